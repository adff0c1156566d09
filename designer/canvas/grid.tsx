'use client';

import { ViewportPortal } from '@xyflow/react';
import styles from './grid.module.css';
import { useDetail } from './marks.ts';

/** The squared paper of a plan. It lies in the drawing and moves with it, so that moving paints nothing anew. */
export function Grid() {
  const detail = useDetail();
  if (detail === 'far') return null;
  return (
    <ViewportPortal>
      <div className={styles['grid']} />
    </ViewportPortal>
  );
}
