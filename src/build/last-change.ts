/** Date of the last commit that touched a file. */
import { execFileSync } from 'node:child_process';

/** @returns `2026-11-20`, or undefined where git or its history is not there */
export function lastChange(file: string): string | undefined {
  try {
    return execFileSync('git', ['log', '-1', '--format=%cs', '--', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
