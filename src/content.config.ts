/**
 * What Astro renders: the chapters and the specimen page. Outline, glossary and references are read by
 * the model (`src/book/load.ts`), which needs line numbers; all share the schemas of `src/book/schema.ts`.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontmatterSchema } from './book/schema.ts';

export const collections = {
  docs: defineCollection({ loader: glob({ base: './src/content/docs', pattern: '**/*.mdx' }), schema: frontmatterSchema }),
  specimen: defineCollection({ loader: glob({ base: './src/content', pattern: 'specimen.mdx' }), schema: frontmatterSchema }),
};
