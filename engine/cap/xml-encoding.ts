/**
 * The WHATWG label of the encoding that XML bytes are written in: byte order mark first, then the declaration, else UTF-8.
 * The caller decodes with `new TextDecoder(label)`; the engine sees text only.
 */
export function xmlEncoding(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(head)?.[1]?.toLowerCase();
  return declared !== undefined && oneByte.has(declared) ? declared : 'utf-8';
}

const oneByte = new Set(['iso-8859-1', 'iso-8859-15', 'windows-1252', 'latin1', 'us-ascii']);
