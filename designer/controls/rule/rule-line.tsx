'use client';

import type { QueryActions, RuleType } from 'react-querybuilder';
import type { Operator } from '#engine/rule/rule.ts';
import fieldStyles from '#ui/field.module.css';
import { Icon } from '#ui/icon.tsx';
import { FactSelect } from '../facts/fact-select.tsx';
import { ItemTools } from '../lists/item-tools.tsx';
import { type BuilderContext, placeOf } from './builder-context.ts';
import { firstValue, operatorsFor, takesOf, typeOfChoice } from './fact-types.ts';
import styles from './rule.module.css';
import { valueEditors } from './value-editor.tsx';

/** One comparison: of what, how, with what. What does not fit the new fact or operator is begun anew, and only that. */
export function RuleLine({
  path,
  of,
  rule,
  actions,
  context,
}: {
  path: number[];
  of: number;
  rule: RuleType;
  actions: QueryActions;
  context: BuilderContext;
}) {
  const { inspector, id: builder, event, problems } = context;
  const { say } = inspector;
  const id = `${builder}-${path.join('-')}`;
  const at = path.at(-1) ?? 0;
  const type = typeOfChoice(inspector, rule.field);
  const takes = takesOf(rule.operator);
  const Value = takes ? valueEditors[takes] : null;
  const mine = problems.filter((problem) => liesAt(problem.path, path.join('.')));
  const wrong = mine.some(({ severity }) => severity === 'error');
  const name = say('rules.line', { at: placeOf(path) });

  const set = (prop: 'field' | 'operator' | 'value', value: unknown) => actions.onPropChange(prop, value, path);
  const setOperator = (operator: Operator, ofType = type) => {
    set('operator', operator);
    if (takesOf(operator) !== takes || ofType !== type) set('value', firstValue(operator, ofType));
  };
  const setFact = (fact: string) => {
    const next = typeOfChoice(inspector, fact);
    const fitting = operatorsFor(next, event);
    set('field', fact);
    if (!fitting.includes(rule.operator as Operator) || next !== type) setOperator(fitting[0] ?? 'exists', next);
  };

  return (
    <div className={`${styles['line']} ${wrong ? styles['wrong'] : ''}`} role="group" aria-label={name}>
      <div className={styles['fact']}>
        {rule.field.startsWith('event.') ? (
          <EventFact id={id} fact={rule.field} onChange={(fact) => set('field', fact)} context={context} />
        ) : (
          <FactSelect
            id={id}
            value={rule.field}
            onChange={setFact}
            context={inspector}
            label={say('rules.what')}
            invalid={wrong || undefined}
          />
        )}
        <ItemTools
          at={at}
          of={of}
          what={name}
          onMove={(to) => {
            actions.moveRule(path, to < at ? 'up' : 'down');
            context.announce(say('rules.moved', { at: to + 1, of }));
          }}
          onRemove={() => actions.onRuleRemove(path)}
          say={say}
        />
      </div>
      {rule.field !== '' && (
        <div className={styles['how']}>
          <select
            className={fieldStyles['input']}
            value={rule.operator}
            aria-label={say('rules.how-compared')}
            onChange={(change) => setOperator(change.target.value as Operator)}
          >
            {operatorsFor(type, event).map((operator) => (
              <option key={operator} value={operator}>
                {say(`operator.${operator}`)}
              </option>
            ))}
          </select>
          {Value && (
            <Value
              id={`${id}-value`}
              value={rule.value as unknown}
              onChange={(value) => set('value', value)}
              fact={rule.field}
              type={type}
              invalid={wrong}
              context={inspector}
            />
          )}
        </div>
      )}
      {rule.field !== '' &&
        mine.map(({ sentence, severity }) => (
          <p key={sentence} className={`${styles['problem']} ${styles[severity]}`}>
            <Icon name={severity === 'error' ? 'octagon' : 'triangle'} size={16} />
            {sentence}
          </p>
        ))}
    </div>
  );
}

function EventFact({
  id,
  fact,
  onChange,
  context: { inspector },
}: {
  id: string;
  fact: string;
  onChange: (fact: string) => void;
  context: BuilderContext;
}) {
  const { say } = inspector;
  return (
    <label className={styles['event']}>
      {say('rules.of-event')}
      <input
        id={id}
        className={fieldStyles['input']}
        value={fact.slice('event.'.length)}
        placeholder="data.importe"
        spellCheck={false}
        autoComplete="off"
        onChange={(change) => onChange(`event.${change.target.value}`)}
      />
    </label>
  );
}

/**
 * Whether a problem at `['all', 1, 'any', 0, 'value']` is of the line 1.0. A rule of one comparison, or one turned round,
 * stands in a group of its own in the builder.
 */
function liesAt(problem: readonly (string | number)[], line: string): boolean {
  const inside = problem.findIndex((step) => step === 'value' || step === 'fact' || step === 'is');
  const steps = problem.slice(0, inside < 0 ? undefined : inside).filter((step) => typeof step === 'number');
  return steps.join('.') === line || [...steps, 0].join('.') === line;
}
