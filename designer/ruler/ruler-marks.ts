import type { Span } from '#engine/when/span.ts';
import type { When } from '#engine/when/when-reached.ts';

type Card = { id: string; y: number; height: number };
/** What stands at one height of the drawing, and from when to when people can be there; `to` null: nobody can say. */
export type RulerMark = { y: number; foot: number; from: Span; to: Span | null; nodes: string[] };

/** Cards less than this (px) below the first of a row stand in it. */
const rowTolerance = 60;

/** The marks of the time ruler beside these cards: one per row that somebody reaches; rows of the same time share one. */
export function rulerMarks(cards: readonly Card[], when: ReadonlyMap<string, When>): RulerMark[] {
  const marks: RulerMark[] = [];
  let [top, row] = [Number.NEGATIVE_INFINITY, undefined as RulerMark | undefined];
  for (const { id, y, height } of cards.toSorted((a, b) => a.y - b.y)) {
    const reached = when.get(id);
    if (!reached) continue;
    if (row && y - top < rowTolerance) {
      row.from = reached.earliest.natural < row.from.natural ? reached.earliest : row.from;
      row.to = latest(row.to, reached.latest);
      row.foot = Math.max(row.foot, y + height);
      row.nodes.push(id);
      continue;
    }
    row = { y, foot: y + height, from: reached.earliest, to: reached.latest, nodes: [id] };
    top = y;
    marks.push(row);
  }
  return marks.reduce<RulerMark[]>((kept, mark) => {
    const above = kept.at(-1);
    if (!above || !sameTime(above, mark)) return [...kept, mark];
    return [...kept.slice(0, -1), { ...above, foot: mark.foot, nodes: [...above.nodes, ...mark.nodes] }];
  }, []);
}

const latest = (a: Span | null, b: Span | null) => a && b && (b.natural > a.natural ? b : a);

const sameTime = (a: RulerMark, b: RulerMark) =>
  a.from.natural === b.from.natural && (a.to?.natural ?? null) === (b.to?.natural ?? null);
