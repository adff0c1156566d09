'use client';

import { useState } from 'react';
import { sayProblem } from '#locales/say-problem.ts';
import { Button } from '#ui/button.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { useSay } from '../use-say.ts';
import { useDrill } from './drill-door.ts';
import styles from './walk-panel.module.css';

const lengths = [1, 3, 10];

/** Runs the draft for real, on the sandbox and with a clock that hurries; counts on the cards follow. */
export function DrillPart() {
  const say = useSay();
  const drill = useDrill();
  const [minutes, setMinutes] = useState(3);
  if (!drill) return null;
  const { running, start, stop, busy, refused } = drill;
  return (
    <section className={styles['part']} data-drill={running ? '' : undefined}>
      <h2>{say('drill.title')}</h2>
      <p>{say(running ? 'drill.runs' : 'drill.means')}</p>
      {refused.length > 0 && (
        <ProblemList
          words={{ error: say('problem.error'), warning: say('problem.warning') }}
          problems={refused.map((problem) => ({ severity: problem.severity, sentence: sayProblem(say, problem) }))}
        />
      )}
      {running ? (
        <div className={styles['ways']}>
          <a href={running.address}>{say('drill.follow')}</a>
          <Button look="brake" icon="stop" onClick={stop} disabled={busy}>
            {say('drill.stop')}
          </Button>
        </div>
      ) : (
        <div className={styles['ways']}>
          <label>
            {say('drill.length')}
            <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
              {lengths.map((n) => (
                <option key={n} value={n}>
                  {say('unit.minutes', { n })}
                </option>
              ))}
            </select>
          </label>
          <Button icon="play" onClick={() => start(minutes)} disabled={busy}>
            {say('drill.start')}
          </Button>
        </div>
      )}
    </section>
  );
}
