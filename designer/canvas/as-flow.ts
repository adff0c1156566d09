import { Position } from '@xyflow/react';
import { kindOf } from '#engine/nodes/index.ts';
import { cardWidth, portHeight } from '../card-geometry.ts';
import type { DrawnCard, DrawnLine } from '../draw.ts';
import type { CardNode } from './flow-card.tsx';
import type { LineEdge } from './flow-line.tsx';

/** A drawn card as React Flow's node. Its size and handles are told, so that nothing is measured in the browser. */
export function asNode({ x, y, ...card }: DrawnCard, { editable }: { editable: boolean }): CardNode {
  const size = { width: cardWidth, height: card.height };
  return {
    id: card.id,
    type: 'card',
    position: { x, y },
    data: { card, enterable: kindOf(card.kind)?.entry === undefined, editable },
    measured: size,
    handles: [
      { type: 'target', position: Position.Top, x: cardWidth / 2, y: 0, width: 0.1, height: 0.1 },
      ...card.ports.map((port) => ({
        id: port.id,
        type: 'source' as const,
        position: Position.Bottom,
        x: port.x + port.width / 2,
        y: port.y + portHeight,
        width: 0.1,
        height: 0.1,
      })),
    ],
    ariaRole: 'group',
    ariaLabel: [card.kindName, card.title, card.summary].filter(Boolean).join('. '),
  };
}

/** A drawn line as React Flow's edge. */
export function asEdge({ id, from, port, to, points }: DrawnLine): LineEdge {
  return {
    id,
    type: 'line',
    source: from,
    sourceHandle: port,
    target: to,
    data: { points, from, port, to },
  };
}
