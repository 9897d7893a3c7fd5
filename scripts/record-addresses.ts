/**
 * `npm run ledger`: adds the addresses of the present book to the ledger of published addresses. Never removes one.
 * With `--check` nothing is written; exits with 1 when an address is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { LEDGER, publishedAddresses, readLedger } from '../src/book/ledger.ts';
import { loadValidBook } from '../src/book/load.ts';

const HEAD = `# Every address ever published, without the base path: pages, sections, figures, tables, listings, terms.
# Lines are added by \`npm run ledger\` and never removed: the build fails when one no longer resolves.
`;

const recorded = existsSync(LEDGER) ? readLedger(readFileSync(LEDGER, 'utf8')) : [];
const present = publishedAddresses(loadValidBook(process.cwd()));
const missing = present.filter((address) => !recorded.includes(address));
if (process.argv.includes('--check')) {
  if (missing.length > 0) console.error(`장부에 없는 주소 ${missing.length}개: ${missing.slice(0, 5).join(', ')} …\n고치는 법: npm run ledger`);
  process.exit(missing.length > 0 ? 1 : 0);
}
writeFileSync(LEDGER, `${HEAD}${[...new Set([...recorded, ...present])].sort().join('\n')}\n`);
console.log(`주소 ${missing.length}개를 더했다. 모두 ${new Set([...recorded, ...present]).size}개.`);
