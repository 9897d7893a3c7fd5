/** Copies the address of a section, or a listing's commands without prompts and output. */

const SAY_MS = 1600;

export function offerCopies(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.permalink')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(null, '', link.hash);
      void copy(link.href, link);
    });
  }
  for (const pre of document.querySelectorAll('.listing pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = '복사';
    button.ariaLabel = `${pre.ariaLabel ?? '코드'} 복사`;
    button.addEventListener('click', () => void copy(codeOf(pre), button));
    pre.before(button);
  }
}

/** Of a session only the commands, one a line; of a file everything. */
export function codeOf(pre: Element): string {
  const commands = [...pre.querySelectorAll('kbd')].map((command) => command.textContent ?? '');
  return commands.length > 0 ? commands.join('\n') : (pre.textContent ?? '');
}

async function copy(words: string, control: HTMLElement): Promise<void> {
  const before = control.textContent;
  let said = '복사했다';
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    said = '복사하지 못했다';
  }
  control.textContent = said;
  status().textContent = said;
  setTimeout(() => {
    control.textContent = before;
  }, SAY_MS);
}

function status(): HTMLElement {
  const found = document.getElementById('said');
  if (found) return found;
  const region = document.createElement('p');
  region.id = 'said';
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return region;
}
