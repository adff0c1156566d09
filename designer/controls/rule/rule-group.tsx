'use client';

import type { RuleGroupProps } from 'react-querybuilder';
import { Button } from '#ui/button.tsx';
import fieldStyles from '#ui/field.module.css';
import { ItemTools } from '../lists/item-tools.tsx';
import { type BuilderContext, isGroup, placeOf } from './builder-context.ts';
import type { Query } from './query.ts';
import styles from './rule.module.css';
import { RuleLine } from './rule-line.tsx';

/** The part of what the builder hands over that is needed here. */
type GroupProps = Pick<RuleGroupProps, 'path' | 'ruleGroup' | 'actions' | 'context'>;

/** A group of conditions: whether all or any of them must hold, or must not, and what it holds. Groups nest. */
export function RuleGroup({ path, ruleGroup, actions, context: given }: GroupProps) {
  const context = given as BuilderContext; // ours, handed in by RuleTree
  const { say } = context.inspector;
  const group = ruleGroup as Query; // RuleTree gives no other
  const name = path.length === 0 ? say('rules.whole') : say('rules.group', { at: placeOf(path) });
  const { rules } = group;
  return (
    <div className={path.length === 0 ? styles['whole'] : styles['group']} role="group" aria-label={name}>
      {(rules.length > 1 || path.length > 0 || group.not) && (
        <div className={styles['head']}>
          <select
            className={fieldStyles['input']}
            aria-label={say('rules.how', { group: name })}
            value={`${group.not ? 'not-' : ''}${group.combinator ?? 'and'}`}
            onChange={(event) => {
              const not = event.target.value.startsWith('not-');
              if (not !== Boolean(group.not)) actions.onPropChange('not', not, path);
              actions.onPropChange('combinator', event.target.value.replace('not-', ''), path);
            }}
          >
            {['and', 'or', 'not-and', 'not-or'].map((how) => (
              <option key={how} value={how}>
                {say(`rules.${how}`)}
              </option>
            ))}
          </select>
          {path.length > 0 && (
            <ItemTools at={0} of={1} what={name} onRemove={() => actions.onGroupRemove(path)} say={say} />
          )}
        </div>
      )}
      <ol className={styles['parts']}>
        {rules.map((part, i) => {
          const at = [...path, i];
          return (
            <li key={part.id ?? at.join('.')}>
              {i > 0 && (
                <span className={styles['between']} aria-hidden>
                  {say(group.combinator === 'or' ? 'rule.or' : 'rule.and')}
                </span>
              )}
              {isGroup(part) ? (
                <RuleGroup path={at} ruleGroup={part} actions={actions} context={context} />
              ) : (
                <RuleLine path={at} of={rules.length} rule={part} actions={actions} context={context} />
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles['acts']}>
        <Button look="quiet" icon="plus" onClick={() => actions.onRuleAdd(context.newLine(), path)}>
          {say('rules.add')}
        </Button>
        {rules.length > 0 && path.length < 4 && (
          <Button
            look="quiet"
            icon="plus"
            onClick={() =>
              actions.onGroupAdd(
                { combinator: group.combinator === 'or' ? 'and' : 'or', rules: [context.newLine()] },
                path,
              )
            }
          >
            {say('rules.add-group')}
          </Button>
        )}
      </div>
    </div>
  );
}
