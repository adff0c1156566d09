import { readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import send from 'send';

const prefix = '/_next/static';
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];
/** What is compressed; its type would otherwise be told by the ending of the compressed file. */
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Hands out what the build made and compressed, which never changes under its name. Next would compress each file anew for
 * each reader: 2 to 12 ms of processor for each of the twenty that a first visit asks for. What is not there, or no longer,
 * is left to `otherwise`. `root`: the folder of the product.
 */
export function staticFiles(root: string, otherwise: RequestListener): RequestListener {
  const folder = path.join(root, '.next', 'static');
  const compressed = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => encodings.some(({ ending }) => name.endsWith(ending)))
      .map((name) => `/${name.split(path.sep).join('/')}`),
  );
  return (request, response) => {
    const { url = '/', method, headers } = request;
    const [pathname = ''] = url.split('?', 1);
    if (!pathname.startsWith(`${prefix}/`) || (method !== 'GET' && method !== 'HEAD'))
      return otherwise(request, response);
    const name = pathname.slice(prefix.length);
    const accepted = headers['accept-encoding'] ?? '';
    const encoding = encodings.find((one) => compressed.has(name + one.ending) && takes(accepted, one.name));
    const told: Record<string, string> = {
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'accept-encoding',
    };
    if (encoding) {
      told['content-encoding'] = encoding.name;
      told['content-type'] = types[path.extname(name)] ?? 'application/octet-stream';
    }
    for (const [header, value] of Object.entries(told)) response.setHeader(header, value);
    const leave = () => {
      for (const header of Object.keys(told)) response.removeHeader(header);
      otherwise(request, response);
    };
    send(request, name + (encoding?.ending ?? ''), { root: folder, immutable: true, maxAge: '1y', index: false })
      .on('error', leave)
      .on('directory', leave)
      .pipe(response);
  };
}

/** Whether an Accept-Encoding names this encoding, and not to refuse it (RFC 9110, 12.5.3). */
const takes = (accepted: string, encoding: string) =>
  new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|\\s|$))`).test(accepted);
