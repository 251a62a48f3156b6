// Maps an app:// address to a file of the built page, with its response headers.
import { extname, isAbsolute, relative, resolve } from 'node:path';

/** The page's own scheme and origin; nothing else is ever loaded. */
export const appScheme = 'app';
export const appOrigin = 'app://ripen';

/** Only our own files, nothing inline, no connection to anywhere, and no HTML from strings. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file an address names, inside `folder`; undefined for another host, a way out of the folder or an odd byte. */
export function assetFile(folder: string, address: string): string | undefined {
  const url = URL.parse(address);
  if (url?.protocol !== `${appScheme}:` || url.host !== 'ripen') return undefined;
  const path = decoded(url.pathname);
  // A backslash is a separator on Windows, a colon a drive or a stream; no file of ours has either.
  if (path === undefined || /[\0\\:]/.test(path)) return undefined;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The headers of an answer; undefined for a kind of file that the page has no use for. */
export function assetHeaders(file: string): Record<string, string> | undefined {
  const type = types[extname(file)];
  if (!type) return undefined;
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
