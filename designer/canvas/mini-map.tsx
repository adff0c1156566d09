'use client';

import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { cardWidth } from '../card-geometry.ts';
import type { DrawnCard } from '../draw.ts';
import { useSay } from '../use-say.ts';
import styles from './mini-map.module.css';

const [width, height, margin] = [168, 120, 6];

/** The whole drawing in a corner, and what of it is seen; pressed or dragged, it takes the view there. */
export function MiniMap({ cards }: { cards: readonly DrawnCard[] }) {
  const say = useSay();
  const store = useStoreApi();
  const flow = useReactFlow();
  const sheet = useRef<HTMLCanvasElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  const { left, top, scale } = useMemo(() => fit(cards), [cards]);
  useEffect(() => {
    const canvas = sheet.current;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper) return;
    const dense = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = [width * dense, height * dense];
    paper.scale(dense, dense);
    paper.fillStyle = getComputedStyle(canvas).color;
    for (const { x, y, height: tall } of cards)
      paper.fillRect((x - left) * scale, (y - top) * scale, Math.max(2, cardWidth * scale), Math.max(2, tall * scale));
  }, [cards, left, top, scale]);
  useEffect(() => {
    const follow = () => {
      const { transform, width: frameWidth, height: frameHeight } = store.getState();
      const [x, y, zoom] = transform;
      if (!seen.current) return;
      const box = {
        width: (frameWidth / zoom) * scale,
        height: (frameHeight / zoom) * scale,
        transform: `translate(${(-x / zoom - left) * scale}px, ${(-y / zoom - top) * scale}px)`,
      };
      Object.assign(seen.current.style, {
        width: `${box.width}px`,
        height: `${box.height}px`,
        transform: box.transform,
      });
    };
    follow();
    return store.subscribe(follow);
  }, [store, left, top, scale]);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / scale + left, (event.clientY - box.top) / scale + top];
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    // Whoever does not see it has no use for it: arrows and search go everywhere.
    <div
      className={`${styles['map']} nopan nowheel`}
      title={say('canvas.miniMap')}
      aria-hidden
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={sheet} className={styles['sheet']} />
      <div ref={seen} className={styles['seen']} />
    </div>
  );
}

function fit(cards: readonly DrawnCard[]) {
  const left = Math.min(0, ...cards.map(({ x }) => x));
  const top = Math.min(0, ...cards.map(({ y }) => y));
  const right = Math.max(1, ...cards.map(({ x }) => x + cardWidth));
  const foot = Math.max(1, ...cards.map(({ y, height: tall }) => y + tall));
  const scale = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (foot - top));
  return { left: left - margin / scale, top: top - margin / scale, scale };
}
