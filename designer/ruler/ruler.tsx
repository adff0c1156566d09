'use client';

import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { When } from '#engine/when/when-reached.ts';
import { useSay } from '../use-say.ts';
import styles from './ruler.module.css';
import { type RulerMark, rulerMarks } from './ruler-marks.ts';
import { sayRange, sayWorkingDays } from './say-span.ts';

type Card = { id: string; y: number; height: number };

/** Beside the flow, from when to when people can be at each height of it; what is selected is marked. It moves with the view. */
export function Ruler({
  cards,
  when,
  selected,
}: {
  cards: readonly Card[];
  when: ReadonlyMap<string, When>;
  selected: readonly string[];
}) {
  const say = useSay();
  const store = useStoreApi();
  const strip = useRef<HTMLOListElement>(null);
  const marks = useMemo(() => rulerMarks(cards, when), [cards, when]);
  // Labels that would stand on each other are left out; which ones changes with the zoom only, and roughly.
  const zoom = useStore(({ transform }) => 1.15 ** Math.round(Math.log(transform[2]) / Math.log(1.15)));
  const shown = useMemo(() => {
    const lines = (mark: RulerMark) =>
      [sayRange(say, mark.from, mark.to), sayWorkingDays(say, mark.from, mark.to)]
        .map((text) => Math.ceil(text.length / lineLength))
        .reduce((a, b) => a + b);
    return apart(marks, (mark) => (8 + lines(mark) * lineHeight) / zoom);
  }, [say, marks, zoom]);
  useEffect(() => {
    let zoomed = 0;
    const follow = () => {
      const [, y, scale] = store.getState().transform;
      strip.current?.style.setProperty('transform', `translateY(${y}px)`);
      if (scale !== zoomed) strip.current?.style.setProperty('--zoom', String(scale));
      zoomed = scale;
    };
    follow();
    return store.subscribe(follow);
  }, [store]);
  return (
    <section className={styles['ruler']} aria-label={say('ruler.label')}>
      <ol ref={strip}>
        {shown.map(({ y, foot, from, to, nodes }) => {
          const working = sayWorkingDays(say, from, to);
          return (
            <li
              key={nodes[0]}
              style={{ '--y': y, '--height': foot - y } as React.CSSProperties} // custom properties are no CSSProperties
              className={nodes.some((id) => selected.includes(id)) ? styles['selected'] : ''}
            >
              <span>{sayRange(say, from, to)}</span>
              {working && <span className={styles['working']}>{working}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Letters that a line of the strip holds for certain, and how tall (px) it is. */
const [lineLength, lineHeight] = [10, 15];

/** The marks from the top, without those that would stand on one that is there; `tall` in flow units. */
function apart(marks: readonly RulerMark[], tall: (mark: RulerMark) => number): RulerMark[] {
  let foot = Number.NEGATIVE_INFINITY;
  return marks.filter((mark) => {
    if (mark.y < foot) return false;
    foot = mark.y + tall(mark);
    return true;
  });
}
