/** A text as it may stand in XML; what XML forbids is left out. */
export function xml(value: string): string {
  return value
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

type Look = { size: number; weight?: number; fill?: string; anchor?: 'middle' | 'end' };

/** One line of text in a picture. */
export function text(x: number, y: number, words: string, { size, weight, fill, anchor }: Look): string {
  const look = [
    weight ? ` font-weight="${weight}"` : '',
    fill ? ` fill="${fill}"` : '',
    anchor ? ` text-anchor="${anchor}"` : '',
  ].join('');
  return `<text x="${x}" y="${y}" font-size="${size}"${look}>${xml(words)}</text>`;
}
