'use client';

import { useMemo, useState } from 'react';
import { nodeOf } from '#engine/state-name.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { Icon } from '#ui/icon.tsx';
import { titleOf } from '../desk/options.ts';
import { type Say, sayName } from '../say.ts';
import { journeyOf } from '../store/draft.ts';
import { useDraft } from '../store/use-draft.ts';
import { thisMorning } from '../trying/this-morning.ts';
import { useTried } from '../trying/use-trying.tsx';
import { useAfterwards } from '../use-afterwards.ts';
import { useSay } from '../use-say.ts';
import { useSettled } from '../use-settled.ts';
import { MessageList } from './message-list.tsx';
import { peopleOf } from './people.ts';
import { assumptions, lifeOf, type Supposed } from './received.ts';
import styles from './strip.module.css';

/** «Lo que recibe…»: everything one invented person would be sent, dated, in step with the draft; of a walk, what it sent so far. */
export function Strip() {
  const say = useSay();
  const draft = useSettled(
    useDraft((state) => state.draft),
    200,
  );
  const tried = useTried();
  const [now] = useState(thisMorning);
  const [key, setKey] = useState<string | null>(null);
  const [supposed, setSupposed] = useState<Supposed>('silent');
  const journey = useMemo(() => journeyOf(draft), [draft]);
  const afterwards = useAfterwards();
  const people = useMemo(() => (afterwards ? peopleOf(journey, now) : []), [journey, now, afterwards]);
  const who = people.find((one) => one.key === key) ?? people[0];
  const how = supposed === 'kept' && !who?.saved ? 'silent' : supposed;
  const life = useMemo(() => (who && !tried ? lifeOf(journey, who.story, how) : null), [journey, who, how, tried]);
  const walk = tried?.walk ?? life;
  const starts = tried?.story.starts ?? who?.story.starts ?? now;
  return (
    <aside className={styles['strip']} aria-label={say('strip.label')}>
      <header className={styles['head']}>
        <Icon name="phone" />
        <h2>{say('strip.title', { name: tried ? nameOf(tried.walk) : (who?.name ?? '…') })}</h2>
      </header>
      {!tried && who && (
        <div className={styles['choose']}>
          <label>
            {say('strip.who')}
            <select value={who.key} onChange={(event) => setKey(event.target.value)}>
              {people.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.saved ? one.saved.title : say('strip.invented', { name: one.name, door: one.door ?? '' })}
                </option>
              ))}
            </select>
          </label>
          <label>
            {say('strip.suppose')}
            <select
              value={how}
              onChange={(event) => setSupposed(event.target.value as Supposed /* one of the options */)}
            >
              {assumptions
                .filter((one) => one !== 'kept' || who.saved)
                .map((one) => (
                  <option key={one} value={one}>
                    {say(`strip.suppose-${one}`)}
                  </option>
                ))}
            </select>
          </label>
        </div>
      )}
      <div className={styles['thread']} tabIndex={0} role="region" aria-label={say('strip.label')}>
        {walk && walk.messages.length > 0 ? (
          <MessageList walk={walk} starts={starts} />
        ) : (
          afterwards && <p className={styles['none']}>{say(walk ? 'strip.nothing' : 'strip.noDoor')}</p>
        )}
        {walk && <p className={styles['end']}>{sayEnd(say, walk, starts)}</p>}
      </div>
    </aside>
  );
}

const nameOf = ({ person }: Walk) => String(person.citizen['givenName'] ?? '…');

/** How it ends for them, or where they are. */
function sayEnd(say: Say, walk: Walk, starts: number): string {
  const day = Math.floor((walk.now - starts) / 86_400_000);
  if (walk.problem) return say('strip.stuck', { day, why: sayProblem(say, walk.problem) });
  if (walk.outcome !== null) return say('strip.ends', { day, outcome: sayName(say, 'outcome', walk.outcome) });
  const node = walk.world.journey.nodes.find(({ id }) => id === nodeOf(walk.state));
  return say('strip.inside', { node: node ? titleOf(say, node) : nodeOf(walk.state) });
}
