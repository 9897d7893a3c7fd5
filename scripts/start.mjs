/** `npm start`: installs, builds and serves the book on port 4321. */
import { projectNode, run, setup } from './setup.mjs';

setup();
const built = run('astro', ['build']);
process.exit(built || run(projectNode(), ['scripts/serve.ts', 'dist', ...process.argv.slice(2)]));
