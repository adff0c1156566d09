'use client';

import { useMemo } from 'react';
import { nodeOf } from '#engine/state-name.ts';
import { Icon } from '#ui/icon.tsx';
import { useSurroundings } from '../inspector/house-context.ts';
import { sayingAttributes } from '../saying-attributes.ts';
import { selectNodes } from '../store/selection.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { tellStep } from '../tell-step.ts';
import { useSay } from '../use-say.ts';
import { sayMoment } from './say-possible.ts';
import type { Tried } from './use-trying.tsx';
import styles from './walk-panel.module.css';

/** What has happened to the person, newest first: what was read and how it stood, and what came of it. A step selects its node. */
export function WalkedSteps({ tried: { walk } }: { tried: Tried }) {
  const plain = useSay();
  const { house } = useSurroundings();
  const say = useMemo(() => sayingAttributes(plain, house.catalogue), [plain, house]);
  const store = useDraftStore();
  const { journey, compiled } = walk.world;
  const about = {
    journey,
    readings: compiled.readings,
    withdrew: (node: string, rung: string) =>
      walk.messages.some((one) => one.node === node && one.rung === rung && one.status === 'withdrawn'),
  };
  return (
    <section className={styles['part']}>
      <h3>{say('walk.story')}</h3>
      <ol className={styles['story']} reversed>
        {walk.log.toReversed().map((step, i) => {
          const told = tellStep(say, { ...step, read: step.holds }, about);
          return (
            <li key={walk.log.length - i}>
              <button type="button" onClick={() => store.select(selectNodes(nodeOf(step.next)))}>
                <time dateTime={new Date(step.at).toISOString()}>{sayMoment(say, walk, step.at)}</time>
                <strong>{told.happened}</strong>
              </button>
              {told.read.length > 0 && (
                <ul className={styles['read']}>
                  {told.read.map(({ question, holds }) => (
                    <li key={question}>
                      <Icon name={holds ? 'check' : 'close'} size={16} label={say(holds ? 'rule.yes' : 'rule.no')} />
                      {question}
                    </li>
                  ))}
                </ul>
              )}
              {[...told.done, told.now].map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
