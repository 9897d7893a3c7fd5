/** `/search/names.json`, `/search/sections.json`, `/search/terms-<topic>.json`: the local index. Internal: only `src/search/` reads them. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { currentBook } from '../../current-book.ts';
import { searchFiles } from '../../search/index.build.ts';

export const getStaticPaths = (() => {
  const { names, sections, definitions } = searchFiles(currentBook().book);
  const files: [string, unknown][] = [
    ['names', names],
    ['sections', sections],
    ...Object.entries(definitions).map(([topic, file]): [string, unknown] => [`terms-${topic}`, file]),
  ];
  return files.map(([file, content]) => ({ params: { file }, props: { content } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['content']), { headers: { 'content-type': 'application/json' } });
