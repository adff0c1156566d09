const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
/** What each byte becomes in quoted-printable; line ends are handled apart. */
const QUOTED = HEX.map((hex, byte) =>
  byte >= 33 && byte <= 126 && byte !== 61 ? String.fromCharCode(byte) : byte === 32 ? ' ' : hex,
);
const LINE = 76;

/** A text in quoted-printable (RFC 2045 §6.7): lines of at most 76 characters, line ends as CRLF, no space before a line end. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(quotedLine)
    .join('\r\n');
}

/** A header's text, one line whatever it is given: as it is when short plain ASCII, else in encoded words (RFC 2047) folded at 75 characters. */
export function encodedWords(text: string, always = false): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  if (!always && /^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length <= LINE) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (Buffer.byteLength(word) + Buffer.byteLength(character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

function quotedLine(line: string): string {
  let written = '';
  let length = 0;
  const bytes = Buffer.from(line);
  const last = bytes.length - 1;
  for (let i = 0; i <= last; i++) {
    const byte = bytes[i] as number;
    const quoted = i === last && byte === 32 ? '=20' : (QUOTED[byte] as string);
    if (length + quoted.length > (i === last ? LINE : LINE - 1)) {
      written += '=\r\n';
      length = 0;
    }
    written += quoted;
    length += quoted.length;
  }
  return written;
}
