import { textWidth } from './text-width.ts';

/** A text in lines of at most that width (px), words kept whole where they fit; what is beyond `most` lines ends in «…». */
export function wrapWords(text: string, { width, most, size, weight = 400 }: Column): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.length > most
    ? [...lines.slice(0, most - 1), `${cut(lines[most - 1] ?? '', width - size, size, weight)}…`]
    : lines.map((one) => (textWidth(one, size, weight) <= width ? one : `${cut(one, width - size, size, weight)}…`));
}
type Column = { width: number; most: number; size: number; weight?: 400 | 600 };

function cut(text: string, width: number, size: number, weight: 400 | 600): string {
  let kept = text;
  while (kept.length > 1 && textWidth(kept, size, weight) > width) kept = kept.slice(0, -1);
  return kept;
}
