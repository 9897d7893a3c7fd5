/** `npm test`: installs what is missing, then runs every check in `scripts/check-all.ts`. */
import { projectNode, run, setup } from './setup.mjs';

setup();
process.exit(run(projectNode(), ['scripts/check-all.ts', ...process.argv.slice(2)]));
