/** Advance widths of Atkinson Hyperlegible Next in thousandths of the size, rounded to 30; letters with marks as without. */
const letters: [number, string][] = [
  [180, "'"],
  [220, ',.:;'],
  [250, '`ij|·’ l'],
  [310, '!"()f¡'],
  [340, '[]t{}'],
  [370, '-_rª'],
  [400, '/I\\º“”'],
  [430, '1'],
  [460, 'vyz¿'],
  [490, '*?cksx'],
  [520, '7Ja–'],
  [550, '2<>FL^ehnou~'],
  [580, '3ETYbdgpq«»'],
  [610, '45689$+BPRSVZ'],
  [640, '=ACKX'],
  [670, '0#D€…'],
  [700, 'GHNUw'],
  [740, '&OQ'],
  [780, '@'],
  [820, 'M—'],
  [840, 'm'],
  [870, 'W'],
  [930, '%'],
];
const widths = new Map(letters.flatMap(([width, chars]) => [...chars].map((char) => [char, width] as const)));
/** Of letters the table does not know: those of other scripts are wide. */
const unknown = 900;
const bold = 1.04;

/** About how wide (px) a text is in the house's letter, so that cards are laid out without a browser. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  let sum = 0;
  for (const char of text.normalize('NFD')) if (!/\p{M}/u.test(char)) sum += widths.get(char) ?? unknown;
  return (sum * size * (weight === 600 ? bold : 1)) / 1_000;
}

/** In how many lines a text stands in a column of that width (px), words kept whole; at most `most`. */
export function textLines(text: string, width: number, most: number, size: number, weight: 400 | 600 = 400): number {
  let [lines, used] = [0, Number.POSITIVE_INFINITY];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const length = textWidth(`${word} `, size, weight);
    // A word longer than the column is broken.
    const rows = Math.ceil(length / width);
    if (used + length <= width) used += length;
    else [lines, used] = [lines + rows, length - (rows - 1) * width];
  }
  return Math.min(lines, most);
}
