'use client';

import { useStore, useStoreApi } from '@xyflow/react';
import { type ReactNode, useLayoutEffect } from 'react';
import type { Detail } from '#ui/card.tsx';
import { DetailContext } from './marks.ts';

/**
 * Says to all cards how much of them is to be seen at this zoom, and keeps `--per-px` (flow units per pixel on screen) and
 * the detail on the frame, without rendering anything while the view moves.
 */
export function ZoomDetail({ children }: { children: ReactNode }) {
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const store = useStoreApi();
  useLayoutEffect(() => {
    let zoom = 0;
    const follow = () => {
      const { transform, domNode } = store.getState();
      if (transform[2] === zoom || !domNode) return;
      zoom = transform[2];
      domNode.style.setProperty('--per-px', String(Math.round(100 / zoom) / 100));
      domNode.dataset['detail'] = detailAt(zoom);
    };
    follow();
    return store.subscribe(follow);
  }, [store]);
  return <DetailContext value={detail}>{children}</DetailContext>;
}

export const detailAt = (zoom: number): Detail => (zoom >= 0.75 ? 'near' : zoom >= 0.4 ? 'middle' : 'far');
