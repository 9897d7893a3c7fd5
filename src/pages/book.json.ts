/** `/book.json`: the book for machines. Its type is `BookJson` of `src/book/book-json.ts`. */
import { bookJson } from '../book/book-json.ts';
import { currentBook } from '../current-book.ts';
import { href, siteUrl } from '../site.ts';

export const GET = () =>
  new Response(JSON.stringify(bookJson(currentBook().book, (address) => (siteUrl ?? '') + href(address))), { headers: { 'content-type': 'application/json' } });
