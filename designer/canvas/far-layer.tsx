'use client';

import { useStoreApi } from '@xyflow/react';
import { useContext, useEffect, useRef } from 'react';
import { straightWay } from '../line-path.ts';
import type { Point } from '../route-lines.ts';
import styles from './far-layer.module.css';
import { farSheet } from './far-sheet.ts';
import type { FlowNode } from './flow.ts';
import type { LineEdge } from './flow-line.tsx';
import { type Marks, useDetail, useMarks } from './marks.ts';
import type { FarCard, FarColours, FarScene } from './paint-far.ts';
import { ShiftsContext } from './shifts.ts';

/** The whole journey from afar, on one sheet: five hundred cards and their lines in a few milliseconds. */
export function FarLayer({ edges }: { edges: readonly LineEdge[] }) {
  const detail = useDetail();
  const marks = useMarks();
  const sheet = useRef<HTMLCanvasElement>(null);
  const shifts = useContext(ShiftsContext);
  const store = useStoreApi();
  useEffect(() => {
    const canvas = sheet.current;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper || detail !== 'far') return;
    const far = farSheet(canvas, paper);
    let colours = coloursOf(canvas);
    let asked = 0;
    let scene: { of: readonly unknown[]; shifted: unknown; is: FarScene } | null = null;
    const paint = () => {
      asked = 0;
      const { width, height, transform, nodes } = store.getState();
      const [x, y, zoom] = transform;
      // React Flow hands back the nodes it was given.
      const shifted = shifts.get();
      if (scene?.of !== nodes || scene.shifted !== shifted)
        scene = { of: nodes, shifted, is: sceneOf(nodes as FlowNode[], shifted, edges, marks) };
      far.show({ scene: scene.is, view: { x, y, zoom }, width, height, dense: window.devicePixelRatio || 1 }, colours);
    };
    const ask = () => {
      asked ||= requestAnimationFrame(paint);
    };
    const repaint = () => {
      colours = coloursOf(canvas);
      ask();
    };
    paint();
    const forgets = [store.subscribe(ask), shifts.subscribe(ask)];
    const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
    for (const scheme of schemes) scheme.addEventListener('change', repaint);
    return () => {
      for (const forget of forgets) forget();
      cancelAnimationFrame(asked);
      for (const scheme of schemes) scheme.removeEventListener('change', repaint);
    };
  }, [detail, edges, marks, shifts, store]);
  return <canvas ref={sheet} className={styles['sheet']} hidden={detail !== 'far'} aria-hidden />;
}

function sceneOf(
  nodes: readonly FlowNode[],
  shifts: Readonly<Record<string, Point>>,
  edges: readonly LineEdge[],
  marks: Marks,
): FarScene {
  const places = new Map<string, Point>();
  const cards = nodes.flatMap((node): FarCard[] => {
    const by = shifts[node.id];
    const position = by ? { x: node.position.x + by.x, y: node.position.y + by.y } : node.position;
    places.set(node.id, position);
    if (node.type !== 'card' || node.hidden) return [];
    const { id, selected = false, data } = node;
    const { group, icon, height } = data.card;
    return [
      {
        ...position,
        id,
        height,
        group,
        icon,
        selected,
        faint: (marks.found !== null && !marks.found.has(id)) || (marks.path !== null && !marks.path.nodes.has(id)),
        mark: marks.problems[id]?.severity ?? null,
        walked: marks.path?.here === id ? 'here' : marks.path?.nodes.has(id) ? 'passed' : null,
        figure: marks.people?.[id]?.figure ?? null,
      },
    ];
  });
  const drawn = edges.filter(({ hidden }) => !hidden);
  const lines = drawn.map(({ id, source, target, data }) => ({
    id,
    points: following(data?.points ?? [], data?.ends, places.get(source), places.get(target)),
    walked: marks.path?.lines.has(id) ?? false,
  }));
  return { cards, lines };
}

/** The line's way; while one of its cards is away from where the way was found for, a plain one to where it is. */
function following(points: readonly Point[], ends: [Point, Point] | undefined, source?: Point, target?: Point) {
  const [first, last] = [points[0], points.at(-1)];
  if (!ends || !source || !target || !first || !last) return points;
  const by = (card: Point, was: Point) => ({ x: card.x - was.x, y: card.y - was.y });
  const [start, end] = [by(source, ends[0]), by(target, ends[1])];
  if (start.x === 0 && start.y === 0 && end.x === 0 && end.y === 0) return points;
  return straightWay({ x: first.x + start.x, y: first.y + start.y }, { x: last.x + end.x, y: last.y + end.y });
}

const names = [
  'card',
  'ink',
  'ink-2',
  'water',
  'focus',
  'ochre',
  'triggers',
  'flow',
  'messages',
  'people',
  'end',
] as const;

/** The tokens as this page has them now; a sheet of paper knows no `light-dark()` and no forced colours. */
function coloursOf(canvas: HTMLCanvasElement): FarColours {
  const forced = matchMedia('(forced-colors: active)').matches;
  const probe = canvas.parentElement?.appendChild(document.createElement('span'));
  const entries = names.map((name) => {
    if (forced) return [name, name === 'card' ? 'Canvas' : name === 'focus' ? 'Highlight' : 'CanvasText'] as const;
    if (probe) probe.style.color = `var(--${name})`;
    return [name, probe ? getComputedStyle(probe).color : 'currentcolor'] as const;
  });
  probe?.remove();
  const font = getComputedStyle(canvas).fontFamily;
  return { ...(Object.fromEntries(entries) as Record<(typeof names)[number], string>), font }; // one entry per name
}
