import { cardWidth } from '../card-geometry.ts';
import type { DrawnCard, DrawnLine } from '../draw.ts';
import type { Place } from '../place-cards.ts';
import type { Draft } from '../store/draft.ts';

type Group = Draft['drawing']['groups'][number];
export type Box = Place & { width: number; height: number };
/** A group as it is drawn: one card when folded, else a line round its cards. */
export type DrawnGroup = Box & { group: Group; folded: boolean };
export type Folds = {
  groups: DrawnGroup[];
  /** The group, by node, that stands for it while folded. */
  standsFor: ReadonlyMap<string, DrawnGroup>;
};

export const foldHeight = 84;
const margin = { side: 20, top: 44, foot: 28 };

/** Where groups are drawn, and which cards a folded one hides. */
export function foldGroups(groups: readonly Group[], cards: readonly DrawnCard[]): Folds {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const drawn = groups.flatMap((group): DrawnGroup[] => {
    const members = group.nodes.flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0) return [];
    const [left, top] = [Math.min(...members.map(({ x }) => x)), Math.min(...members.map(({ y }) => y))];
    if (group.collapsed) return [{ group, folded: true, x: left, y: top, width: cardWidth, height: foldHeight }];
    const right = Math.max(...members.map(({ x }) => x + cardWidth));
    const foot = Math.max(...members.map(({ y, height }) => y + height));
    return [
      {
        group,
        folded: false,
        x: left - margin.side,
        y: top - margin.top,
        width: right - left + 2 * margin.side,
        height: foot - top + margin.top + margin.foot,
      },
    ];
  });
  const folded = drawn.filter((one) => one.folded);
  return {
    groups: drawn,
    standsFor: new Map(folded.flatMap((one) => one.group.nodes.map((id) => [id, one] as const))),
  };
}

/** A line as it is drawn while groups are folded: from or to the folded card; undefined inside one. */
export function foldLine(line: DrawnLine, { standsFor }: Folds): DrawnLine | undefined {
  const [from, to] = [standsFor.get(line.from), standsFor.get(line.to)];
  if (!from && !to) return line;
  if (from === to) return undefined;
  const start = from ? { x: from.x + from.width / 2, y: from.y + from.height } : line.points[0];
  const end = to ? { x: to.x + to.width / 2, y: to.y } : line.points.at(-1);
  if (!start || !end) return undefined;
  const y = end.y > start.y + 24 ? (start.y + end.y) / 2 : start.y + 24;
  return { ...line, points: [start, { x: start.x, y }, { x: end.x, y }, end] };
}
