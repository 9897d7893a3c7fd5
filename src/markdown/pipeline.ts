/** The plugins in their order. Each tree plugin is a pure function tested by itself; here they meet Sätteri. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import type { HastPluginDefinition, HastPluginList, MdastPluginList } from 'satteri';
import { currentBook } from '../current-book.ts';
import { numberCitationCalls } from './citation-numbers.ts';
import { describeCode } from './code.ts';
import { diagramSource } from './diagram-source.ts';
import { joinWords } from './joiners.ts';
import { rebaseLinks } from './links.ts';
import { placeNotes } from './notes.ts';
import { wrapSections } from './sections.ts';
import { describeTables } from './tables.ts';
import type { Node } from './tree.ts';

/** A plugin that replaces the whole tree, once, after everything else of its own pass. */
const onTree = (name: string, change: (root: Node, file: string) => Node): HastPluginDefinition => ({
  name,
  after(root, context) {
    const file = context.fileURL ? relative(process.cwd(), fileURLToPath(context.fileURL)).replaceAll('\\', '/') : '';
    context.replaceNode(root, change(structuredCloneTree(root as unknown as Node), file) as never);
  },
});

/** Nodes may be lazy views on the parser's memory; the plugins want plain objects. */
const structuredCloneTree = (node: Node): Node => JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)));

function sectionsOf(file: string) {
  const { book } = currentBook();
  const text = [...book.chapters, book.specimen].find((chapter) => chapter?.text?.file === file)?.text;
  return { sections: text?.sections ?? [], aliases: text?.frontmatter.aliases ?? {} };
}

export const mdastPlugins: MdastPluginList = [diagramSource];

export const hastPlugins: HastPluginList = [];

/** Expressive Code adds its plugin when Astro sets up integrations; these must come behind it. */
export function pluginsAfterCode(): AstroIntegration {
  return {
    name: 'plugins-after-code',
    hooks: {
      'astro:config:setup': ({ config }) => {
        const { processor } = config.markdown;
        if (!processor || !isSatteriProcessor(processor)) throw new Error('the book needs the Sätteri processor');
        processor.options.hastPlugins.push(
          onTree('book', (root, file) => {
            const { sections, aliases } = sectionsOf(file);
            const changes = [describeCode, describeTables, rebaseLinks, joinWords, numberCitationCalls, placeNotes];
            return wrapSections(
              changes.reduce((tree, change) => change(tree), root),
              sections,
              aliases,
            );
          }),
        );
      },
    },
  };
}
