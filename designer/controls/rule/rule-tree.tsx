'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { prepareRuleGroup, QueryBuilder, type RuleGroupProps } from 'react-querybuilder';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import type { BuilderContext } from './builder-context.ts';
import { fromQuery, type Query, toQuery } from './query.ts';
import { RuleGroup } from './rule-group.tsx';

/**
 * The conditions of a rule, edited. The builder keeps a tree of its own with ids, so that lines keep their place and focus;
 * it is made anew only when the rule changed elsewhere.
 */
export function RuleTree({
  id,
  rule,
  onChange,
  event,
  problems,
  context: inspector,
  announce,
  begun,
}: {
  id: string;
  rule: unknown;
  onChange: (rule: unknown) => void;
  event: boolean;
  problems: readonly FieldProblem[];
  context: InspectorContext;
  announce: (sentence: string) => void;
  /** Somebody has just asked for a condition: its first choice takes the focus of what they pressed. */
  begun: boolean;
}) {
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (begun) whole.current?.querySelector<HTMLElement>('select')?.focus();
  }, [begun]);
  const told = useRef<unknown>(rule);
  const [query, setQuery] = useState<Query>(() => withIds(toQuery(rule)));
  if (rule !== told.current && inOrder(rule) !== inOrder(told.current)) {
    told.current = rule;
    setQuery(withIds(toQuery(rule)));
  }
  const context: BuilderContext = useMemo(
    () => ({
      inspector,
      id,
      event,
      problems,
      announce,
      newLine: () => ({ field: '', operator: '', value: undefined }),
    }),
    [inspector, id, event, problems, announce],
  );
  return (
    <div
      ref={(element) => {
        whole.current = element;
        quietLandmark(element);
      }}
    >
      <QueryBuilder
        query={query}
        enableMountQueryChange={false}
        resetOnFieldChange={false}
        context={context}
        controlElements={controlElements}
        onQueryChange={(next) => {
          const changed = next as Query; // the combinators are ours
          setQuery(changed);
          told.current = changed.rules.length === 0 && !changed.not ? undefined : fromQuery(changed);
          onChange(told.current);
        }}
      />
    </div>
  );
}

/** The builder would give ids of its own, and others each time, to lines that have none. */
const withIds = (query: Query): Query => prepareRuleGroup(query);

/** The rule as text, whatever the order in which its keys were written. */
const inOrder = (rule: unknown): string | undefined =>
  JSON.stringify(rule, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const controlElements = { ruleGroup: RuleGroup as (props: RuleGroupProps) => React.JSX.Element };

/** The builder makes itself a form without a name, and offers no way to say otherwise: two of them are one landmark twice. */
function quietLandmark(whole: HTMLElement | null): void {
  whole?.querySelector('[role="form"]')?.removeAttribute('role');
}
