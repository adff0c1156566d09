'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { Icon } from '#ui/icon.tsx';
import type { Draft } from '../store/draft.ts';
import { useSay } from '../use-say.ts';
import { useActs } from './acts.ts';
import styles from './flow-group.module.css';

type Group = Draft['drawing']['groups'][number];
export type GroupNode = Node<{ group: Group; folded: boolean }, 'group'>;

/** A group of nodes: folded, one card that stands for all of them; open, a line round them with its title. */
export const FlowGroup = memo(function FlowGroup({ data: { group, folded } }: NodeProps<GroupNode>) {
  const say = useSay();
  const acts = useActs();
  const fold = (
    <button
      type="button"
      className={`${styles['fold']} nodrag nopan`}
      aria-expanded={!folded}
      aria-label={say(folded ? 'canvas.unfold' : 'canvas.fold', { title: group.title })}
      tabIndex={-1}
      onClick={() => acts.act('fold-group', { group: group.id, collapsed: !folded })}
    >
      <Icon name={folded ? 'plus' : 'minus'} size={16} />
    </button>
  );
  if (!folded)
    return (
      <div className={styles['open']}>
        <span className={styles['title']}>
          {fold}
          {group.title}
        </span>
      </div>
    );
  return (
    <div className={styles['folded']}>
      <Handle type="target" position={Position.Top} className={styles['end']} isConnectable={false} />
      <strong>{group.title}</strong>
      <span>{say('canvas.steps', { n: group.nodes.length })}</span>
      {fold}
      <Handle type="source" position={Position.Bottom} className={styles['end']} isConnectable={false} />
    </div>
  );
});
