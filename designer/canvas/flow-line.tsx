'use client';

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { linePath, straightWay } from '../line-path.ts';
import type { Point } from '../route-lines.ts';
import styles from './flow-line.module.css';
import { OverContext, useMarks } from './marks.ts';
import { useShift } from './shifts.ts';

/** `ends` says where its two cards stood when the way was found. */
export type LineEdge = Edge<
  { points: Point[]; from: string; port: string; to: string; ends?: [Point, Point] | undefined },
  'line'
>;

/** A line between cards, on the way that was found for it; while one of its ends is being moved, on the plainest. */
export const FlowLine = memo(function FlowLine({
  id,
  source,
  target,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
}: EdgeProps<LineEdge>) {
  const { path } = useMarks();
  const over = useContext(OverContext) === id;
  const points = data?.points ?? [];
  const [start, end] = [
    moved({ x: sourceX, y: sourceY }, useShift(source)),
    moved({ x: targetX, y: targetY }, useShift(target)),
  ];
  const stays = isAt(points[0], start) && isAt(points.at(-1), end);
  const way = stays ? points : straightWay(start, end);
  const look = over ? styles['over'] : path?.lines.has(id) ? styles['passed'] : path ? styles['dim'] : '';
  return (
    <BaseEdge
      path={linePath(way)}
      interactionWidth={24}
      className={`${styles['line']} ${look}`}
      markerEnd={`url(#${arrowId})`}
    />
  );
});

const arrowId = 'cauce-arrow';

/** The head of every line, in the colour of its line. */
export function ArrowHead() {
  return (
    <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
      <marker
        id={arrowId}
        viewBox="0 0 12 12"
        refX={11}
        refY={6}
        markerWidth={11}
        markerHeight={11}
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M1 1 11 6 1 11z" fill="context-stroke" />
      </marker>
    </svg>
  );
}

const moved = ({ x, y }: Point, by: Point | undefined): Point => (by ? { x: x + by.x, y: y + by.y } : { x, y });

const isAt = (point: Point | undefined, { x, y }: Point) =>
  point !== undefined && Math.abs(point.x - x) < 2 && Math.abs(point.y - y) < 2;
