/** The Content-Security-Policy of every page, for the `<meta>` and for the hosts' headers. */
import { createHash } from 'node:crypto';

/** Sets the reader's theme before the first paint; the only inline script of the book. */
export const firstScript = `try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

const hash = createHash('sha256').update(firstScript).digest('base64');

export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`, // WebAssembly: the full-text search
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
