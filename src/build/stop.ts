/** Ends the build with one message for the author and no stack trace. */
export function stop(message: string): never {
  process.stderr.write(`\n책을 짓지 못했다.\n\n${message}\n\n`);
  process.exit(1);
}
