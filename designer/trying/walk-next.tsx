'use client';

import { useState } from 'react';
import { nodeOf } from '#engine/state-name.ts';
import { possibleNext } from '#engine/walk/possible-next.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { titleOf } from '../desk/options.ts';
import { sayName } from '../say.ts';
import { useSay } from '../use-say.ts';
import { FactChange } from './fact-change.tsx';
import { KeepWalk } from './keep-walk.tsx';
import { sayMoment, sayPossible } from './say-possible.ts';
import { type Tried, useTryingStore } from './use-trying.tsx';
import styles from './walk-panel.module.css';
import { workingDaysLater } from './working-days-later.ts';

const day = 86_400_000;

/** Where the person stands, and everything that may happen to them now; each choice moves them, and can be taken back. */
export function WalkNext({ tried: { story, walk } }: { tried: Tried }) {
  const say = useSay();
  const announce = useAnnounce();
  const trying = useTryingStore();
  const [reply, setReply] = useState('');
  const name = String(walk.person.citizen['givenName'] ?? '');
  const at = walk.world.journey.nodes.find(({ id }) => id === nodeOf(walk.state));
  const possible = possibleNext(walk);
  const ended = walk.status === 'finished' || walk.status === 'stopped';
  const where = ended
    ? say('walk.ended', { name, outcome: sayName(say, 'outcome', walk.outcome ?? '') })
    : say('walk.stands', { name, node: at ? titleOf(say, at) : nodeOf(walk.state) });
  const asks = possible.some((one) => one.do === 'happen' && one.happening.type === 'reply');
  return (
    <section className={styles['part']} aria-label={say('walk.title')}>
      <p className={styles['where']} role="status">
        {where}
      </p>
      <p className={styles['quiet']}>
        {say('walk.now', { day: Math.floor((walk.now - story.starts) / day), when: sayMoment(say, walk, walk.now) })}
      </p>
      {walk.problem && <p className={styles['stuck']}>{sayProblem(say, walk.problem)}</p>}
      {!ended && (
        <>
          <h3>{say('walk.what')}</h3>
          <div className={styles['choices']}>
            {possible.map((one) => {
              const words = sayPossible(say, walk, one);
              const act = () =>
                one.do === 'pass' ? trying.happen(one.until, null) : trying.happen(walk.now, one.happening);
              return (
                <button key={JSON.stringify(one)} type="button" className={styles[one.do]} onClick={act}>
                  {words}
                </button>
              );
            })}
            <button type="button" className={styles['pass']} onClick={() => trying.happen(walk.now + day, null)}>
              {say('walk.passDay')}
            </button>
            <button
              type="button"
              className={styles['pass']}
              onClick={() => {
                const later = workingDaysLater(walk, 10);
                if (later.ok) trying.happen(later.at, null);
                else announce(sayProblem(say, later.problem));
              }}
            >
              {say('walk.passWorkingDays', { n: 10 })}
            </button>
          </div>
          {asks && (
            <form
              className={styles['reply']}
              onSubmit={(event) => {
                event.preventDefault();
                trying.happen(walk.now, { type: 'reply', text: reply });
                setReply('');
              }}
            >
              <label>
                {say('walk.replyLabel')}
                <input value={reply} onChange={(event) => setReply(event.target.value)} maxLength={300} />
              </label>
              <Button type="submit" disabled={reply.trim() === ''}>
                {say('walk.replySend')}
              </Button>
            </form>
          )}
          <FactChange walk={walk} />
        </>
      )}
      <div className={styles['ways']}>
        <Button icon="undo" onClick={trying.back} disabled={story.moves.length === 0}>
          {say('walk.back')}
        </Button>
        <Button icon="refresh" onClick={() => trying.begin({ ...story, moves: [] })}>
          {say('walk.again')}
        </Button>
        <Button icon="close" onClick={trying.end}>
          {say('walk.leave')}
        </Button>
      </div>
      <KeepWalk story={story} walk={walk} />
    </section>
  );
}
