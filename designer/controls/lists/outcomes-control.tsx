'use client';

import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { listOf, moved, recordOf, slugFrom, textOf, withItem } from '../read-value.ts';
import { ItemTools } from './item-tools.tsx';

/** How a task may end: each has words of its own and is a way out. Its short name is made once and then kept, so that lines stay. */
export const outcomesControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say } }) => {
    const outcomes = listOf(value).map(recordOf);
    const names = outcomes.map((outcome) => textOf(outcome['id']));
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {outcomes.map((outcome, i) => (
          <div key={names[i] || i} className={styles['pair']}>
            <input
              id={i === 0 ? id : undefined}
              className={fieldStyles['input']}
              value={textOf(outcome['title'])}
              aria-label={say('control.ending', { n: i + 1 })}
              onChange={(event) => onChange(withItem(outcomes, i, { ...outcome, title: event.target.value }))}
            />
            <ItemTools
              at={i}
              of={outcomes.length}
              what={textOf(outcome['title'])}
              onMove={(to) => onChange(moved(outcomes, i, to))}
              onRemove={outcomes.length > 1 ? () => onChange(withItem(outcomes, i, undefined)) : undefined}
              say={say}
            />
          </div>
        ))}
        <div className={styles['acts']}>
          <Button
            look="quiet"
            icon="plus"
            disabled={outcomes.length >= 10}
            onClick={() => onChange([...outcomes, { id: slugFrom('', names, 'fin'), title: '' }])}
          >
            {say('control.add-ending')}
          </Button>
        </div>
      </div>
    );
  },
};
