'use client';

import { useState } from 'react';
import type { Problem } from '#engine/problem.ts';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import styles from '../controls/controls.module.css';
import { ItemTools } from '../controls/lists/item-tools.tsx';
import { recordOf, textOf, withItem } from '../controls/read-value.ts';
import type { InspectorContext } from './context.ts';
import type { FieldProblem } from './field-problems.ts';

const types = ['text', 'number', 'boolean', 'date'] as const;

/** What the journey notes about each person while they are in it. */
export function VariablesEditor({
  problems,
  onVariables,
  context: { say, journey },
}: {
  problems: readonly FieldProblem[];
  onVariables: (variables: unknown) => Problem | null;
  context: InspectorContext;
}) {
  const [held, setHeld] = useState<Record<string, unknown>[] | null>(null);
  const variables: Record<string, unknown>[] = held ?? journey.variables.map(recordOf);
  const write = (next: Record<string, unknown>[]) => setHeld(onVariables(next) === null ? null : next);
  return (
    <div className={styles['stack']}>
      <p className={styles['note']}>{say('variables.mean')}</p>
      {held && <p className={styles['note']}>{say('inspector.pending')}</p>}
      {variables.map((variable, i) => (
        // Its name is what is being typed.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className={styles['pair']}>
          <input
            className={`${fieldStyles['input']} ${styles['mono']}`}
            value={textOf(variable['name'])}
            aria-label={say('variables.name', { n: i + 1 })}
            onChange={(event) => write(withItem(variables, i, { ...variable, name: fitting(event.target.value) }))}
          />
          <select
            className={fieldStyles['input']}
            value={textOf(variable['type'])}
            aria-label={say('variables.type', { name: textOf(variable['name']) })}
            onChange={(event) => write(withItem(variables, i, { ...variable, type: event.target.value }))}
          >
            {types.map((type) => (
              <option key={type} value={type}>
                {say(`variables.type-${type}`)}
              </option>
            ))}
          </select>
          <ItemTools
            at={i}
            of={1}
            what={textOf(variable['name'])}
            onRemove={() => write(withItem(variables, i, undefined))}
            say={say}
          />
        </div>
      ))}
      {problems.map(({ sentence }) => (
        <p key={sentence} className={styles['not']}>
          {sentence}
        </p>
      ))}
      <div>
        <Button
          look="quiet"
          icon="plus"
          disabled={variables.length >= 100}
          onClick={() => write([...variables, { name: '', type: 'text' }])}
        >
          {say('variables.add')}
        </Button>
      </div>
    </div>
  );
}

const fitting = (written: string) =>
  written
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-zA-Z0-9_]/g, '')
    .replace(/^[^a-zA-Z]+/, '')
    .slice(0, 40);
