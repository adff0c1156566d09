'use client';

import { ruleSchema } from '#engine/rule/rule.ts';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import { under } from '../../inspector/field-problems.ts';
import { sayRule } from '../../say-rule.ts';
import type { Control, ControlProps } from '../control.ts';
import styles from '../controls.module.css';
import { listOf, moved, recordOf, slugFrom, textOf, withItem } from '../read-value.ts';
import { RuleEditor } from '../rule/rule-control.tsx';
import { ruleNames } from '../rule/rule-names.ts';
import { ItemTools } from './item-tools.tsx';

/** The paths of a branch, in order, each with its condition; one is open at a time, the others tell theirs in words. */
export const branchesControl: Control = { group: true, Edit: BranchesControl };

function BranchesControl({ id, value, onChange, problems, describedBy, context }: ControlProps) {
  const { say } = context;
  const paths = listOf(value).map(recordOf);
  const ids = paths.map((path) => textOf(path['id']));
  const set = (at: number, change: object) => onChange(withItem(paths, at, { ...paths[at], ...change }));
  return (
    <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {paths.map((path, i) => {
        const title = textOf(path['title']);
        const name = title || say('branches.nth', { n: i + 1 });
        const mine = under(problems, i, 'rule');
        return (
          <details key={ids[i] || i} className={styles['fold']} open={paths.length === 1 || mine.length > 0}>
            <summary>
              <span className={styles['nth']} aria-hidden>
                {i + 1}
              </span>
              <span>
                <strong>{name}</strong>
                <small>{inWords(path['rule'], context)}</small>
              </span>
            </summary>
            <div className={styles['stack']}>
              <div className={styles['pair']}>
                <input
                  id={i === 0 ? id : undefined}
                  className={fieldStyles['input']}
                  value={title}
                  aria-label={say('branches.title', { n: i + 1 })}
                  placeholder={say('branches.title-hint')}
                  onChange={(event) => set(i, { title: event.target.value === '' ? undefined : event.target.value })}
                />
                <ItemTools
                  at={i}
                  of={paths.length}
                  what={name}
                  onMove={(to) => onChange(moved(paths, i, to))}
                  onRemove={paths.length > 1 ? () => onChange(withItem(paths, i, undefined)) : undefined}
                  say={say}
                />
              </div>
              <span id={`${id}-rule-${i}-label`} className="visually-hidden">
                {say('branches.rule-of', { path: name })}
              </span>
              <RuleEditor
                id={`${id}-rule-${i}`}
                value={path['rule']}
                onChange={(rule) => set(i, { rule })}
                problems={mine}
                context={context}
              />
            </div>
          </details>
        );
      })}
      <p className={styles['note']}>{say('branches.otherwise')}</p>
      <div>
        <Button
          look="quiet"
          icon="plus"
          disabled={paths.length >= 20}
          onClick={() => onChange([...paths, { id: slugFrom('', ids, 'p'), rule: firstRule }])}
        >
          {say('branches.add')}
        </Button>
      </div>
    </div>
  );
}

const firstRule = { all: [{ fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] }] };

function inWords(rule: unknown, context: ControlProps['context']): string {
  const read = ruleSchema.safeParse(rule);
  return read.success ? sayRule(context.say, read.data, ruleNames(context)) : context.say('branches.unwritten');
}
