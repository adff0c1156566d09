'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { Card } from '#ui/card.tsx';
import { CardFace } from '#ui/face.tsx';
import { cardWidth } from '../card-geometry.ts';
import type { WordedCard } from '../draw-card.ts';
import styles from './flow-card.module.css';
import { useDetail, useMarks } from './marks.ts';
import { useSeen } from './visible.tsx';

export type CardNode = Node<{ card: WordedCard; enterable: boolean; editable: boolean }, 'card'>;

/** One node on the canvas: the card, with its ways in and out to draw lines from. */
export const FlowCard = memo(function FlowCard({ id, data: { card, enterable, editable } }: NodeProps<CardNode>) {
  const detail = useDetail();
  const seen = useSeen(id);
  const { people, stale, problems, path, found } = useMarks();
  if (!seen) return <div style={{ width: cardWidth, height: card.height }} />;
  const near = detail === 'near';
  const walked =
    path?.here === id ? styles['here'] : path?.nodes.has(id) ? styles['passed'] : path ? styles['dim'] : '';
  return (
    <div className={`${styles['frame']} ${walked} ${found && !found.has(id) ? styles['dim'] : ''}`}>
      {enterable && editable && detail !== 'far' && (
        <Handle type="target" position={Position.Top} className={styles['target']} />
      )}
      <Card
        group={card.group}
        icon={card.icon}
        kind={card.kindName}
        title={card.title}
        summary={card.summary}
        face={card.face && <CardFace of={card.face} />}
        people={people?.[id] ?? null}
        stale={stale}
        problems={problems[id] ?? null}
        geometry={card}
        detail={detail}
        ports={card.ports.map(({ id: port, label, ...place }) => ({
          id: port,
          label,
          place,
          slot: editable ? handle(port) : null,
        }))}
      />
      {!near && <span className="visually-hidden">{card.summary}</span>}
    </div>
  );
});

function handle(id: string): ReactNode {
  return <Handle type="source" id={id} position={Position.Bottom} className={styles['source']} />;
}
