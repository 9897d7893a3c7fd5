/**
 * Code blocks: Expressive Code reads the fence (language, marked lines) and colours it; what it makes is then
 * reduced to the few classes of the book, so that no `style` attribute and no style sheet of its own is needed.
 *
 *   <div class="expressive-code"><pre>…<span style="--0:#000001">// x</span>
 *   → <pre data-language="c"><code><span class="com">// x</span>
 *
 * Sessions (`console`) are told apart into prompts, commands and output. Order: behind Expressive Code.
 */
import type { AstroExpressiveCodeOptions } from 'astro-expressive-code';
import { element, type Node, text } from './tree.ts';

/** Ink on paper: hue belongs to the layers, so code has four tones only. Colours here are mere keys for the classes. */
const TONES = { '#000001': 'com', '#000002': 'str', '#000003': 'key' } as const;
const INK = '#000000';

export const codeOptions: AstroExpressiveCodeOptions = {
  themes: [
    {
      name: 'book',
      type: 'light',
      colors: { 'editor.background': '#ffffff', 'editor.foreground': INK },
      settings: [
        { settings: { foreground: INK } },
        { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: '#000001' } },
        { scope: ['string', 'punctuation.definition.string', 'constant.character.escape'], settings: { foreground: '#000002' } },
        { scope: ['keyword', 'storage', 'support.type.property-name.json', 'entity.name.tag.yaml'], settings: { foreground: '#000003' } },
      ],
    },
  ],
  frames: false,
  minSyntaxHighlightingColorContrast: 0,
  useDarkModeMediaQuery: false,
  themeCssSelector: false,
  // The book has styles of its own for all that is left of the markup.
  customCreateAstroRenderer: async ({ ecConfig, astroConfig, logger }) => {
    const { createAstroRenderer } = await import('astro-expressive-code');
    const renderer = await createAstroRenderer({ ecConfig, astroConfig, ...(logger ? { logger } : {}) });
    return { ...renderer, baseStyles: '', themeStyles: '', jsModules: [], hashedStyles: [], hashedScripts: [] };
  },
};

/** Inline code longer than this may break inside; shorter code stays whole. */
const LONG = 24;

export function describeCode(root: Node): Node {
  if (root.tagName === 'code' && textOf(root).length > LONG) return { ...root, properties: { ...root.properties, className: ['long'] } };
  if (classes(root).includes('expressive-code')) {
    const pre = find(root, ({ tagName }) => tagName === 'pre');
    if (pre) return plainPre(pre);
  }
  if (root.tagName === 'pre') return root;
  return root.children ? { ...root, children: root.children.map(describeCode) } : root;
}

function plainPre(pre: Node): Node {
  const language = String(pre.properties?.['dataLanguage'] ?? pre.properties?.['data-language'] ?? 'text');
  const lines = findAll(pre, (node) => classes(node).includes('ec-line')).map((line) => {
    const content = language === 'console' ? sessionLine(textOf(line)) : toneLine(line);
    return classes(line).includes('mark') ? [element('mark', {}, content), text('\n')] : [...content, text('\n')];
  });
  const code = lines.flat();
  code.pop(); // no empty line at the end
  return element('pre', { dataLanguage: language }, [element('code', {}, code)]);
}

function toneLine(line: Node): Node[] {
  const merged: Node[] = [];
  for (const token of findAll(line, (node) => node.type === 'text')) {
    const parent = parentOf(line, token);
    const color = /#[0-9a-f]{6}/i.exec(String(parent?.properties?.['style'] ?? ''))?.[0]?.toLowerCase();
    const tone = color ? TONES[color as keyof typeof TONES] : undefined;
    const value = (token.value ?? '').replace(/\n$/, '');
    const last = merged.at(-1);
    if (!value) continue;
    if (!tone) {
      if (last?.type === 'text') last.value += value;
      else merged.push(text(value));
    } else if (last?.properties?.['className'] && classes(last)[0] === tone) {
      const inner = last.children?.[0];
      if (inner) inner.value += value;
    } else merged.push(element('span', { className: [tone] }, [text(value)]));
  }
  return merged;
}

/** `$ ` is an ordinary user, `# ` root, a name before them says where one is; everything else was printed. */
function sessionLine(line: string): Node[] {
  const bare = line.replace(/\n$/, '');
  const [, prompt, command] = /^((?:[a-z][\w.-]*)?[$#] )(.*)$/.exec(bare) ?? [];
  if (prompt === undefined) return bare ? [element('span', { className: ['out'] }, [text(bare)])] : [];
  return [element('span', { className: ['prompt'] }, [text(prompt)]), element('kbd', {}, [text(command ?? '')])];
}

const classes = (node: Node): string[] => {
  const value = node.properties?.['className'] ?? node.properties?.['class'];
  return Array.isArray(value) ? value.map(String) : String(value ?? '').split(/\s+/);
};
const find = (node: Node, test: (node: Node) => boolean): Node | undefined => findAll(node, test)[0];
const findAll = (node: Node, test: (node: Node) => boolean): Node[] => [
  ...(test(node) ? [node] : []),
  ...(node.children ?? []).flatMap((child) => findAll(child, test)),
];
const parentOf = (root: Node, wanted: Node): Node | undefined => find(root, (node) => node.children?.includes(wanted) ?? false);
const textOf = (node: Node): string => (node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join(''));
