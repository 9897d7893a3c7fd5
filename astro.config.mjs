import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import expressiveCode from 'astro-expressive-code';
import { MARKDOWN_FEATURES } from './src/book/chapter-source.ts';
import { checkBook } from './src/build/check-book.ts';
import { checkSite } from './src/build/check-site.ts';
import { fonts } from './src/build/fonts.ts';
import { fullText } from './src/build/full-text.ts';
import { hostFiles } from './src/build/host-files.ts';
import { codeOptions } from './src/markdown/code.ts';
import { hastPlugins, mdastPlugins, pluginsAfterCode } from './src/markdown/pipeline.ts';
import { basePath, siteUrl } from './src/site.ts';

export default defineConfig({
  ...(siteUrl ? { site: siteUrl } : {}),
  base: basePath,
  trailingSlash: 'always',
  // No optimizer of images, no prefetch, no toolbar: pages are HTML, one style sheet and a few kB of script.
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { processor: satteri({ features: MARKDOWN_FEATURES, mdastPlugins, hastPlugins }), syntaxHighlight: false },
  integrations: [checkBook(), fonts(), expressiveCode(codeOptions), pluginsAfterCode(), mdx(), hostFiles(), fullText(), checkSite()],
  // Inline scripts and styles would need hashes in the Content-Security-Policy.
  vite: { build: { assetsInlineLimit: 0, modulePreload: false } },
});
