import type { Way } from './place-cards.ts';

type Point = { x: number; y: number };

/**
 * The SVG path of a line that leaves at `from`, goes down the lanes kept free for it and arrives at `to`: upright and
 * level strokes with rounded corners. `shift` keeps lines that cross between the same rows apart.
 */
export function linePath(from: Point, to: Point, ways: Way[], shift: number, room: number): string {
  // A jog of a few pixels looks like a mistake of the draughtsman.
  if (ways.length === 0 && Math.abs(from.x - to.x) <= 8) return `M${to.x} ${from.y}L${to.x} ${to.y}`;
  const points: Point[] = [from];
  let { x } = from;
  for (const way of ways) {
    const y = way.top - room / 2 + shift;
    points.push({ x, y }, { x: way.x, y });
    x = way.x;
  }
  const y = to.y - room / 2 + shift;
  points.push({ x, y }, { x: to.x, y }, to);
  return rounded(points.filter((point, i) => i === 0 || far(point, points[i - 1] as Point)));
}

const far = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > 0.5;

function rounded(points: Point[]): string {
  const corner = 8;
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const enter = towards(point, before, corner);
      const leave = towards(point, after, corner);
      return `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`;
    })
    .join('');
}

function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = Math.min(length, distance / 2) / (distance || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
