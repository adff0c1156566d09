import type { Problem } from '../problem.ts';
import { checkRule } from '../rule/check-rule.ts';
import type { Subject } from './subject.ts';

/** What is wrong with the rules of triggers, nodes, stop rules and goals. */
export function checkRules({ journey, context, readable }: Subject): Problem[] {
  const attributes = context.catalogue;
  const variables = journey.variables;
  // Past the trigger the event that brought the person in is still in hand; only a calendar brings none.
  const brings = [...readable.values()].some(({ kind }) => kind.entry && kind.kind !== 'schedule');
  const inNodes = [...readable.values()].flatMap(({ node, kind, config }) =>
    (kind.rules?.(config) ?? []).flatMap(({ rule, path, event }) =>
      checkRule(rule, { attributes, variables: kind.entry ? [] : variables, event: event ?? brings }, path).map(
        (problem) => ({ ...problem, node: node.id }),
      ),
    ),
  );
  const inExits = (['stops', 'goals'] as const).flatMap((list) =>
    journey[list].flatMap(({ rule, event }, i) =>
      rule ? checkRule(rule, { attributes, variables, event: event !== undefined || brings }, [list, i, 'rule']) : [],
    ),
  );
  return [...inNodes, ...inExits];
}
