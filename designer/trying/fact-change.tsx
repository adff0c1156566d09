'use client';

import { useMemo, useState } from 'react';
import type { Walk } from '#engine/walk/walk-type.ts';
import { Button } from '#ui/button.tsx';
import { sayFact } from '../say.ts';
import { useSay } from '../use-say.ts';
import { factsRead } from './facts-read.ts';
import { useTryingStore } from './use-trying.tsx';
import styles from './walk-panel.module.css';

/** Changes one of the person's facts that the journey reads, as an import or another system would. */
export function FactChange({ walk }: { walk: Walk }) {
  const say = useSay();
  const trying = useTryingStore();
  const facts = useMemo(() => factsRead(walk.world.compiled), [walk.world.compiled]);
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const fact = facts.find((one) => one.name === name) ?? facts[0];
  if (!fact) return null;
  return (
    <form
      className={styles['fact']}
      onSubmit={(event) => {
        event.preventDefault();
        trying.happen(walk.now, { type: 'attributes', changed: { [fact.name]: readValue(fact.type, value) } });
      }}
    >
      <label>
        {say('walk.fact')}
        <select value={fact.name} onChange={(event) => (setName(event.target.value), setValue(''))}>
          {facts.map((one) => (
            <option key={one.name} value={one.name}>
              {sayFact(say, `citizen.${one.name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('walk.factValue')}
        {fact.type === 'boolean' ? (
          <select value={value || 'true'} onChange={(event) => setValue(event.target.value)}>
            <option value="true">{say('rule.yes')}</option>
            <option value="false">{say('rule.no')}</option>
          </select>
        ) : (
          <input
            type={fact.type === 'date' ? 'date' : fact.type === 'number' ? 'number' : 'text'}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            required
          />
        )}
      </label>
      <Button type="submit">{say('walk.factChange')}</Button>
    </form>
  );
}

function readValue(type: string, value: string): unknown {
  if (type === 'boolean') return value !== 'false';
  return type === 'number' ? Number(value) : value;
}
