/** Astro integration: the book is read and checked before anything is built; an author's mistake stops the build. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadBook } from '../book/load.ts';
import { formatProblems } from '../book/problem.ts';
import { checkDiagrams } from '../diagrams/check.ts';
import { stop } from './stop.ts';

export function checkBook(): AstroIntegration {
  return {
    name: 'check-book',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command === 'sync' || command === 'preview') return;
        const root = fileURLToPath(config.root);
        const problems = [...loadBook(root).problems, ...checkDiagrams(root)];
        if (problems.length === 0) return;
        if (command === 'build') stop(formatProblems(problems));
        logger.warn(formatProblems(problems)); // while writing, the rest of the book stays visible
      },
    },
  };
}
