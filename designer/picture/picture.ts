import type { Journey } from '#engine/journey.ts';
import { icons } from '#ui/icon.tsx';
import { cardWidth } from '../card-geometry.ts';
import { type DrawnCard, type DrawnLine, draw } from '../draw.ts';
import { linePath } from '../line-path.ts';
import type { Say } from '../say.ts';
import { wrapWords } from '../wrap-words.ts';
import { faceLines } from './face-lines.ts';
import { onPage, type Paint, palette } from './palette.ts';
import { text, xml } from './xml.ts';

const margin = 32;
const font =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible', Verdana, sans-serif";

type Wish = {
  /** A woff2 file in base64 that is put into the picture, so that it looks the same where our letter is not installed. */
  letters?: string;
  /** What stands in small under the title. */
  meta?: string;
  /** For a page: without a title, and in the colours that the page has now. */
  inPage?: boolean;
};

/** A journey as an SVG: the drawing under its title, in light colours, so that it can stand by itself. */
export function picture(say: Say, journey: Journey, { letters, meta = '', inPage = false }: Wish = {}): string {
  const paint: Paint = inPage ? onPage : palette;
  const { cards, edges } = draw(say, journey);
  const head = inPage ? 0 : 64;
  const left = Math.min(0, ...cards.map(({ x }) => x));
  const top = Math.min(0, ...cards.map(({ y }) => y));
  const width = Math.max(480, Math.max(0, ...cards.map(({ x }) => x + cardWidth)) - left + 2 * margin);
  const height = Math.max(0, ...cards.map(({ y, height: tall }) => y + tall)) - top + head + 2 * margin;
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const face = `<style>@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(data:font/woff2;base64,${letters})}</style>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${font}" fill="${paint.ink}">`,
    `<title>${xml(journey.title)}</title>`,
    letters ? face : '',
    `<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0L10 5L0 10z" fill="${paint['ink-2']}"/></marker></defs>`,
    `<rect width="${w}" height="${h}" fill="${paint.ground}"/>`,
    inPage ? '' : text(margin, 40, journey.title, { size: 21, weight: 700 }),
    meta ? text(margin, 60, meta, { size: 13, fill: paint['ink-2'] }) : '',
    `<g transform="translate(${margin - left} ${margin + head - top})">`,
    ...edges.map((one) => line(one, paint)),
    ...cards.map((one) => card(one, paint)),
    '</g></svg>',
  ]
    .filter(Boolean)
    .join('\n');
}

function line({ points }: DrawnLine, paint: Paint): string {
  return `<path d="${linePath(points)}" fill="none" stroke="${paint['ink-2']}" stroke-width="1.5" marker-end="url(#tip)"/>`;
}

function card(drawn: DrawnCard, paint: Paint): string {
  const { x, y, height, group, icon, title, summary, face, ports } = drawn;
  const hue = paint[group];
  const titles = wrapWords(title, { width: 205, most: drawn.titleLines, size: 15, weight: 600 });
  const summaries = wrapWords(summary, { width: 233, most: 3, size: 13 });
  let at = 12 + drawn.titleLines * 20 + 8;
  const parts = [
    `<g transform="translate(${x} ${y})">`,
    `<rect x=".5" y=".5" width="${cardWidth - 1}" height="${height - 1}" rx="8" fill="${paint.card}" stroke="${paint.ink}"/>`,
    `<path d="M8 .5h-1a7 7 0 0 0-6.500 7v${height - 15}a7 7 0 0 0 6.500 7z" fill="${hue}"/>`,
    `<path transform="translate(18 11)" d="${icons[icon]}" fill="none" stroke="${hue}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...titles.map((words, i) => text(46, 27 + i * 20, words, { size: 15, weight: 600 })),
  ];
  for (const words of summaries) {
    parts.push(text(18, at + 13, words, { size: 13, fill: paint['ink-2'] }));
    at += 18;
  }
  if (face) {
    at += summaries.length > 0 ? 8 : 0;
    parts.push(...faceLines(face, { at, height: drawn.faceHeight, hue, paint }));
  }
  for (const port of ports) {
    const words = wrapWords(port.label, { width: port.width - 14, most: 1, size: 13 })[0] ?? '';
    parts.push(
      `<rect x="${port.x + 0.5}" y="${port.y + 0.5}" width="${port.width - 1}" height="23" rx="11.500" fill="${paint.card}" stroke="${paint.ink}"/>`,
      text(port.x + port.width / 2, port.y + 16.5, words, { size: 13, anchor: 'middle' }),
    );
  }
  return [...parts, '</g>'].join('\n');
}
