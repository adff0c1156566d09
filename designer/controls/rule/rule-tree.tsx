'use client';

import { useMemo, useRef, useState } from 'react';
import { QueryBuilder, type RuleGroupProps } from 'react-querybuilder';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import type { BuilderContext } from './builder-context.ts';
import { fromQuery, type Query, toQuery } from './query.ts';
import { RuleGroup } from './rule-group.tsx';

/**
 * The conditions of a rule, edited. The builder keeps a tree of its own with ids, so that lines keep their place and focus;
 * it is made anew only when the rule changed elsewhere.
 */
export default function RuleTree({
  id,
  rule,
  onChange,
  event,
  problems,
  context: inspector,
  announce,
}: {
  id: string;
  rule: unknown;
  onChange: (rule: unknown) => void;
  event: boolean;
  problems: readonly FieldProblem[];
  context: InspectorContext;
  announce: (sentence: string) => void;
}) {
  const told = useRef<unknown>(rule);
  const [query, setQuery] = useState<Query>(() => toQuery(rule));
  if (rule !== told.current && JSON.stringify(rule) !== JSON.stringify(told.current)) {
    told.current = rule;
    setQuery(toQuery(rule));
  }
  const context: BuilderContext = useMemo(
    () => ({
      inspector,
      id,
      event,
      problems,
      announce,
      newLine: () => ({ field: 'citizen.birthDate', operator: 'age-between', value: [65, 120] }),
    }),
    [inspector, id, event, problems, announce],
  );
  return (
    <div ref={quietLandmark}>
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

const controlElements = { ruleGroup: RuleGroup as (props: RuleGroupProps) => React.JSX.Element };

/** The builder makes itself a form without a name, and offers no way to say otherwise: two of them are one landmark twice. */
function quietLandmark(whole: HTMLElement | null): void {
  whole?.querySelector('[role="form"]')?.removeAttribute('role');
}
