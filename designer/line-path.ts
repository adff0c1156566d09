import type { Point } from './route-lines.ts';

/** The SVG path through these points: upright and level strokes with rounded corners. */
export function linePath(points: readonly Point[]): string {
  const kept = points.filter((point, i) => i === 0 || far(point, points[i - 1] ?? point));
  return kept
    .map((point, i) => {
      const [before, after] = [kept[i - 1], kept[i + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const enter = towards(point, before, corner);
      const leave = towards(point, after, corner);
      return `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`;
    })
    .join('');
}

/** The points of a line whose ends are being moved, before it finds its way anew: down, across half-way, and in. */
export function straightWay(from: Point, to: Point): Point[] {
  const y = to.y > from.y + 24 ? (from.y + to.y) / 2 : from.y + 24;
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

const corner = 8;
const far = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > 0.5;

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(length, distance / 2) / (distance || 1);
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}

const round = (n: number) => Math.round(n * 10) / 10;
