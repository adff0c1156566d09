import type { Walk } from './focus-walk.ts';

export type Walked = { name: string; walk: Walk };

const title = '# What the Tab key meets, page by page';
const explained =
  'Walked by `e2e/keyboard.e2e.ts` at 1366 px, in Spanish: role, name as assistive technology is told it, size in px.';

/** The record with these walks in it. Pages that were not walked this time keep what they had; pages that are gone go. */
export function recorded(before: string, walks: Walked[], names: string[], day: string): string {
  const parts = new Map(
    before
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.split('\n', 1)[0] ?? '', part.trim()]),
  );
  for (const walked of walks) parts.set(walked.name, written(walked, day));
  const kept = names.flatMap((name) => parts.get(name) ?? []);
  return `${[title, explained, ...kept.map((part) => `## ${part}`)].join('\n\n')}\n`;
}

function written({ name, walk }: Walked, day: string): string {
  const headings = walk.headings.map(({ level, text }) => `h${level} ${text}`).join(' / ');
  const stops = walk.stops.map(
    ({ role, name: said, width, height }, i) => `${i + 1}. ${role}: ${said} (${width} × ${height})`,
  );
  const more = walk.whole ? '' : '\n\n(… and so on: the walk was ended after 80 stops.)';
  return `${name}\n\nWalked on ${day}.\n\nHeadings: ${headings}\n\nLandmarks: ${walk.landmarks.join(', ')}\n\n${stops.join('\n')}${more}`;
}
