'use client';

import { Suspense, useState } from 'react';
import { checkRule } from '#engine/rule/check-rule.ts';
import { reads } from '#engine/rule/reads.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Waiting } from '#ui/waiting.tsx';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import { capital } from '../../say.ts';
import { sayRule } from '../../say-rule.ts';
import type { Control } from '../control.ts';
import { LiveCount } from './live-count.tsx';
import styles from './rule.module.css';
import { ruleNames } from './rule-names.ts';
import { RulePeople } from './rule-people.tsx';

// The builder weighs more than every other control together, and not every step has a condition.
const { Part: RuleTree } = fetchedPart(() => import('./rule-tree.tsx').then(({ RuleTree: Tree }) => Tree));

/** A condition: its lines and groups, what it says in words, how many people it finds today, and who just misses it. */
export const ruleControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, field, problems, describedBy, context }) => (
    <RuleEditor
      id={id}
      value={value}
      onChange={onChange}
      problems={problems}
      describedBy={describedBy}
      context={context}
      optional={field.optional}
    />
  ),
};

/** The same for conditions that are part of something else. */
export function RuleEditor({
  id,
  value,
  onChange,
  problems,
  describedBy,
  context,
  optional = false,
  counted = true,
}: {
  id: string;
  value: unknown;
  onChange: (rule: unknown) => void;
  problems: readonly FieldProblem[];
  describedBy?: string | undefined;
  context: InspectorContext;
  optional?: boolean;
  counted?: boolean;
}) {
  const { say, journey, node } = context;
  const announce = useAnnounce();
  const [begun, setBegun] = useState(false);
  if (value === undefined)
    return (
      <div className={styles['everyone']}>
        <Button
          id={id}
          icon="plus"
          aria-describedby={describedBy}
          onClick={() => {
            setBegun(true);
            onChange(firstRule);
          }}
        >
          {say(optional ? 'rules.limit' : 'rules.begin')}
        </Button>
      </div>
    );
  const event = bringsEvent(journey, node?.kind);
  const rule = sound(value, context, event);
  return (
    <div className={styles['whole']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      <Suspense fallback={<Waiting>{say('rules.opening')}</Waiting>}>
        <RuleTree
          id={id}
          rule={value}
          onChange={onChange}
          event={event}
          problems={problems}
          context={context}
          announce={announce}
          begun={begun}
        />
      </Suspense>
      {rule && <p className={styles['sentence']}>{capital(sayRule(say, rule, ruleNames(context)))}</p>}
      {rule && counted && <Counted rule={rule} context={context} />}
      {!rule && counted && <p className={styles['age']}>{say('count.waits')}</p>}
      {rule && <RulePeople rule={rule} context={context} />}
    </div>
  );
}

/** Only what is known of everybody beforehand can be counted: not what an event brings nor what a journey notes. */
function Counted({ rule, context }: { rule: Rule; context: InspectorContext }) {
  const read = reads(rule);
  if (read.event.length > 0) return <p className={styles['age']}>{context.say('count.of-event')}</p>;
  if (read.variables.length > 0) return <p className={styles['age']}>{context.say('count.of-variable')}</p>;
  return <LiveCount rule={rule} context={context} />;
}

// Nothing is assumed: it asks which fact is meant, and counts nobody until that is said.
const firstRule = { all: [{ fact: '', is: '' }] };

/** The rule when it can be read and nothing in it is wrong. */
function sound(value: unknown, { journey, house }: InspectorContext, event: boolean): Rule | null {
  const read = ruleSchema.safeParse(value);
  if (!read.success) return null;
  const known = { attributes: house.catalogue, variables: journey.variables, event };
  return checkRule(read.data, known).some(({ severity }) => severity === 'error') ? null : read.data;
}

/** Whether an event may be in hand: at triggers that hear one, and past them in journeys that have such a trigger. */
function bringsEvent(journey: InspectorContext['journey'], kind: string | undefined): boolean {
  if (kind === 'schedule') return false;
  if (kind === 'launch' || kind === 'event' || kind === 'cap-warning' || kind === 'wait-for') return true;
  return journey.nodes.some((node) => ['launch', 'event', 'cap-warning'].includes(node.kind));
}
