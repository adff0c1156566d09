import { cardWidth } from '../card-geometry.ts';
import type { Point } from '../route-lines.ts';
import { type FarCard, type FarColours, type FarLine, type FarScene, paintFar, type View } from './paint-far.ts';
import { type Box, meets } from './visible-ids.ts';

/** What is to be seen: the scene, from where, on how large a part of the page (CSS px), with how many points to each px. */
export type Shown = { scene: FarScene; view: View; width: number; height: number; dense: number };

/** What stands out of a card on the sheet: outlines and marks all around, the count of people to the right (CSS px). */
const around = 9;
const countWidth = 96;
/** How much more than the view is painted on each side, so that the view can move without painting. */
const spare = 0.25;

/**
 * A sheet that shows a journey from afar with as little painting as can be: while only the view moves it is shifted, when
 * cards move the part they were in and are in is painted, and all of it only when the zoom, the colours or the page change.
 */
export function farSheet(canvas: HTMLCanvasElement, paper: CanvasRenderingContext2D) {
  let painted: { shown: Shown; colours: FarColours } | null = null;
  return {
    show(shown: Shown, colours: FarColours): void {
      const { view, width, height, dense } = shown;
      const before = painted?.colours === colours ? painted.shown : null;
      const [marginX, marginY] = [Math.round(width * spare), Math.round(height * spare)];
      if (before && sameSheet(before, shown)) {
        const [x, y] = [view.x - before.view.x, view.y - before.view.y];
        if (Math.abs(x) <= marginX && Math.abs(y) <= marginY) {
          canvas.style.transform = `translate(${x}px, ${y}px)`;
          const within = changed(before.scene, shown.scene, view.zoom);
          painted = { shown: { ...shown, view: before.view }, colours };
          if (within) paint(painted, within);
          return;
        }
      }
      const [w, h] = [Math.round((width + 2 * marginX) * dense), Math.round((height + 2 * marginY) * dense)];
      if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
      Object.assign(canvas.style, {
        left: `${-marginX}px`,
        top: `${-marginY}px`,
        width: `${width + 2 * marginX}px`,
        height: `${height + 2 * marginY}px`,
        transform: 'none',
      });
      painted = { shown, colours };
      paint(painted, null);
    },
  };

  function paint({ shown, colours }: { shown: Shown; colours: FarColours }, within: Box | null): void {
    const { scene, view, width, height, dense } = shown;
    const onSheet = { ...view, x: view.x + Math.round(width * spare), y: view.y + Math.round(height * spare) };
    paper.setTransform(dense, 0, 0, dense, 0, 0);
    if (!within) {
      paper.clearRect(0, 0, canvas.width, canvas.height);
      paintFar(paper, scene, onSheet, colours);
      return;
    }
    const [left, top] = [within.left * view.zoom + onSheet.x, within.top * view.zoom + onSheet.y];
    const [right, foot] = [within.right * view.zoom + onSheet.x, within.bottom * view.zoom + onSheet.y];
    paper.save();
    paper.beginPath();
    paper.rect(
      Math.floor(left),
      Math.floor(top),
      Math.ceil(right) - Math.floor(left),
      Math.ceil(foot) - Math.floor(top),
    );
    paper.clip();
    paper.clearRect(0, 0, canvas.width, canvas.height);
    const cards = scene.cards.filter((card) => meets(boundsOf(card, view.zoom), within));
    const lines = scene.lines.filter((line) => meets(widened(lineBounds(line.points), view.zoom), within));
    paintFar(paper, { cards, lines }, onSheet, colours);
    paper.restore();
  }
}

const sameSheet = (a: Shown, b: Shown) =>
  a.view.zoom === b.view.zoom && a.width === b.width && a.height === b.height && a.dense === b.dense;

/** The part of the drawing in which two scenes differ; null if in none. */
function changed(before: FarScene, now: FarScene, zoom: number): Box | null {
  if (before === now) return null;
  const parts = [
    ...differing(before.cards, now.cards, sameCard).map((card) => boundsOf(card, zoom)),
    ...differing(before.lines, now.lines, sameLine).map(({ points }) => widened(lineBounds(points), zoom)),
  ];
  if (parts.length === 0) return null;
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** Those of both lists that are not the same in the other. */
function differing<T extends { id: string }>(
  before: readonly T[],
  now: readonly T[],
  same: (a: T, b: T) => boolean,
): T[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const found: T[] = [];
  for (const one of now) {
    const other = was.get(one.id);
    was.delete(one.id);
    if (!other) found.push(one);
    else if (!same(other, one)) found.push(other, one);
  }
  return [...found, ...was.values()];
}

const sameCard = (a: FarCard, b: FarCard) => (Object.keys(a) as (keyof FarCard)[]).every((key) => a[key] === b[key]);

const sameLine = (a: FarLine, b: FarLine) => a.points === b.points && a.walked === b.walked;

function boundsOf({ x, y, height, figure }: FarCard, zoom: number): Box {
  const box = widened({ left: x, top: y, right: x + cardWidth, bottom: y + height }, zoom);
  return figure ? { ...box, right: box.right + countWidth / zoom } : box;
}

function widened({ left, right, top, bottom }: Box, zoom: number): Box {
  const by = around / zoom;
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

const known = new WeakMap<readonly Point[], Box>();

function lineBounds(points: readonly Point[]): Box {
  const before = known.get(points);
  if (before) return before;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  known.set(points, box);
  return box;
}
