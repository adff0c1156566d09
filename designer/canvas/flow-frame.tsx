'use client';

import { type Node, type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import type { Draft } from '../store/draft.ts';
import { useSay } from '../use-say.ts';
import { useActs } from './acts.ts';
import styles from './flow-frame.module.css';

type Frame = Draft['drawing']['frames'][number];
export type FrameNode = Node<{ frame: Frame }, 'frame'>;

/** A titled frame behind the cards; dragged by its title, it takes along what stands inside. */
export const FlowFrame = memo(function FlowFrame({ data: { frame }, selected }: NodeProps<FrameNode>) {
  const say = useSay();
  const acts = useActs();
  return (
    <>
      <NodeResizer
        isVisible={selected}
        minWidth={160}
        minHeight={96}
        handleClassName={styles['corner'] ?? ''}
        lineClassName={styles['side'] ?? ''}
        onResizeEnd={(_, box) => acts.resized('frames', frame.id, box)}
      />
      <div className={styles['frame']}>
        <span className={styles['title']}>{frame.title || say('canvas.untitledFrame')}</span>
      </div>
    </>
  );
});
