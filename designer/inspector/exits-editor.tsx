'use client';

import { useState } from 'react';
import type { Problem } from '#engine/problem.ts';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import styles from '../controls/controls.module.css';
import { ItemTools } from '../controls/lists/item-tools.tsx';
import { recordOf, slugFrom, textOf, withItem } from '../controls/read-value.ts';
import { RuleEditor } from '../controls/rule/rule-control.tsx';
import type { InspectorContext } from './context.ts';
import { type FieldProblem, under } from './field-problems.ts';

/** Stop rules or goals: each is left by an event or when a condition becomes true, with the outcome that reports count. */
export function ExitsEditor({
  list,
  problems,
  onExits,
  context,
}: {
  list: 'stops' | 'goals';
  problems: readonly FieldProblem[];
  onExits: (exits: unknown) => Problem | null;
  context: InspectorContext;
}) {
  const { say, journey, house } = context;
  // A rule or event that is not chosen yet cannot stand in the journey: it is kept here until it can.
  const [held, setHeld] = useState<Record<string, unknown>[] | null>(null);
  const exits: Record<string, unknown>[] = held ?? journey[list].map(recordOf);
  const write = (next: Record<string, unknown>[]) => setHeld(onExits(next) === null ? null : next);
  const set = (at: number, change: object) => write(withItem(exits, at, { ...exits[at], ...change }));
  const ids = exits.map((exit) => textOf(exit['id']));
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>{say(`exits.${list}-mean`)}</p>
      {held && <p className={styles['note']}>{say('exits.unfinished')}</p>}
      {exits.map((exit, i) => {
        const id = `${list}-${ids[i] || i}`;
        const title = textOf(exit['title']);
        const byRule = exit['rule'] !== undefined;
        const mine = under(problems, i);
        return (
          <div key={ids[i] || i} className={styles['boxed']}>
            <div className={styles['pair']}>
              <input
                className={fieldStyles['input']}
                value={title}
                aria-label={say('exits.title', { n: i + 1 })}
                placeholder={say(`exits.${list}-hint`)}
                onChange={(event) => set(i, { title: event.target.value })}
              />
              <ItemTools at={i} of={1} what={title} onRemove={() => write(withItem(exits, i, undefined))} say={say} />
            </div>
            <div className={styles['radios']} role="radiogroup" aria-label={say('exits.when')}>
              {(['event', 'rule'] as const).map((way) => (
                <label key={way} className={styles['radio']}>
                  <input
                    type="radio"
                    name={`${id}-way`}
                    checked={(way === 'rule') === byRule}
                    onChange={() => {
                      const { event: _, rule: __, ...rest } = exit;
                      write(withItem(exits, i, way === 'rule' ? { ...rest, rule: firstRule } : { ...rest, event: '' }));
                    }}
                  />
                  {say(`exits.by-${way}`)}
                </label>
              ))}
            </div>
            {byRule ? (
              <>
                <span id={`${id}-rule-label`} className="visually-hidden">
                  {say('exits.by-rule')}
                </span>
                <RuleEditor
                  id={`${id}-rule`}
                  value={exit['rule']}
                  onChange={(rule) => set(i, { rule })}
                  problems={under(mine, 'rule')}
                  context={context}
                  counted={false}
                />
              </>
            ) : (
              <>
                <input
                  className={`${fieldStyles['input']} ${styles['mono']}`}
                  value={textOf(exit['event'])}
                  list={`${id}-events`}
                  aria-label={say('exits.event')}
                  placeholder="beca.presentada"
                  onChange={(event) => set(i, { event: event.target.value })}
                />
                <datalist id={`${id}-events`}>
                  {house.events.map((event) => (
                    <option key={event} value={event} />
                  ))}
                </datalist>
              </>
            )}
            <label className={styles['pair']}>
              {say('exits.outcome')}
              <input
                className={`${fieldStyles['input']} ${styles['mono']}`}
                value={textOf(exit['outcome'])}
                onChange={(event) => set(i, { outcome: slugFrom(event.target.value, [], '') })}
              />
            </label>
            {mine
              .filter(({ path }) => path[0] !== 'rule')
              .map(({ sentence }) => (
                <p key={sentence} className={styles['not']}>
                  {sentence}
                </p>
              ))}
          </div>
        );
      })}
      <div>
        <Button
          look="quiet"
          icon="plus"
          disabled={exits.length >= 20}
          onClick={() =>
            write([
              ...exits,
              {
                id: slugFrom('', ids, list === 'stops' ? 'parada' : 'meta'),
                title: say(`exits.${list}-new`),
                event: '',
                outcome: list === 'stops' ? 'stopped' : 'filed',
              },
            ])
          }
        >
          {say(`exits.${list}-add`)}
        </Button>
      </div>
    </div>
  );
}

const firstRule = { all: [{ fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] }] };
