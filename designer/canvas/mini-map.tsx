'use client';

import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { cardWidth } from '../card-geometry.ts';
import type { DrawnCard } from '../draw.ts';
import { useSay } from '../use-say.ts';
import styles from './mini-map.module.css';

const [most, tallest, least, margin] = [168, 120, 48, 6];

/**
 * The whole drawing in a corner, and what of it is seen; pressed or dragged, it takes the view there. It steps aside while
 * all is seen anyway.
 */
export function MiniMap({ cards }: { cards: readonly DrawnCard[] }) {
  const say = useSay();
  const store = useStoreApi();
  const flow = useReactFlow();
  const sheet = useRef<HTMLCanvasElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  const { left, top, right, foot, scale, width, height } = useMemo(() => fit(cards), [cards]);
  useEffect(() => {
    const canvas = sheet.current;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper) return;
    const dense = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = [width * dense, height * dense];
    paper.scale(dense, dense);
    paper.fillStyle = getComputedStyle(canvas).color;
    for (const { x, y, height: tall } of cards)
      paper.fillRect(
        (x - left) * scale + margin,
        (y - top) * scale + margin,
        Math.max(2, cardWidth * scale),
        Math.max(2, tall * scale),
      );
  }, [cards, left, top, scale, width, height]);
  useEffect(() => {
    const follow = () => {
      const { transform, width: frameWidth, height: frameHeight } = store.getState();
      const [x, y, zoom] = transform;
      if (!seen.current || !map.current) return;
      const sees = (at: number, from: number, span: number) => at * zoom + from >= 0 && at * zoom + from <= span;
      map.current.hidden =
        [left, right].every((at) => sees(at, x, frameWidth)) && [top, foot].every((at) => sees(at, y, frameHeight));
      const box = {
        width: (frameWidth / zoom) * scale,
        height: (frameHeight / zoom) * scale,
        transform: `translate(${(-x / zoom - left) * scale + margin}px, ${(-y / zoom - top) * scale + margin}px)`,
      };
      Object.assign(seen.current.style, {
        width: `${box.width}px`,
        height: `${box.height}px`,
        transform: box.transform,
      });
    };
    follow();
    return store.subscribe(follow);
  }, [store, left, top, right, foot, scale]);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [
      (event.clientX - box.left - margin) / scale + left,
      (event.clientY - box.top - margin) / scale + top,
    ];
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    // Whoever does not see it has no use for it: arrows and search go everywhere.
    <div
      ref={map}
      className={`${styles['map']} nopan nowheel`}
      title={say('canvas.miniMap')}
      aria-hidden
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={sheet} className={styles['sheet']} style={{ width, height }} />
      <div ref={seen} className={styles['seen']} />
    </div>
  );
}

function fit(cards: readonly DrawnCard[]) {
  const [xs, ys] = [cards.map(({ x }) => x), cards.map(({ y }) => y)];
  const [left, top] = cards.length > 0 ? [Math.min(...xs), Math.min(...ys)] : [0, 0];
  const right = Math.max(left + 1, ...xs.map((x) => x + cardWidth));
  const foot = Math.max(top + 1, ...cards.map(({ y, height: tall }) => y + tall));
  const scale = Math.min((most - 2 * margin) / (right - left), (tallest - 2 * margin) / (foot - top));
  // No larger than the drawing needs: every pixel of it lies on the drawing.
  const [width, height] = [right - left, foot - top].map((span) =>
    Math.max(least, Math.round(span * scale) + 2 * margin),
  );
  return { left, top, right, foot, scale, width: width ?? least, height: height ?? least };
}
