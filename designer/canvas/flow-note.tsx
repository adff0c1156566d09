'use client';

import { type Node, type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import type { Draft } from '../store/draft.ts';
import { useSay } from '../use-say.ts';
import { useActs } from './acts.ts';
import styles from './flow-note.module.css';

type Note = Draft['drawing']['notes'][number];
export type NoteNode = Node<{ note: Note }, 'note'>;

/** A note pinned on the canvas; double click or Enter writes in it. */
export const FlowNote = memo(function FlowNote({ data: { note }, selected }: NodeProps<NoteNode>) {
  const say = useSay();
  const acts = useActs();
  return (
    <>
      <NodeResizer
        isVisible={selected}
        minWidth={96}
        minHeight={48}
        handleClassName={styles['corner'] ?? ''}
        lineClassName={styles['side'] ?? ''}
        onResizeEnd={(_, box) => acts.resized('notes', note.id, box)}
      />
      <div className={styles['note']}>
        {note.text || <span className={styles['empty']}>{say('canvas.emptyNote')}</span>}
      </div>
    </>
  );
});
