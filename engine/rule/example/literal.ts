import type { Comparison, Rule } from '../rule.ts';

/** One comparison and whether it is to hold. */
export type Literal = { comparison: Comparison; holds: boolean };

/**
 * The ways in which a rule can come out as wanted, each a list of comparisons that must hold or not; at most `most`, the
 * first branches of every `or` first. An empty list is a way that asks nothing.
 */
export function* waysOf(rule: Rule, wanted = true, most = 60): Generator<Literal[]> {
  let left = most;
  for (const way of ways(rule, wanted)) {
    if (left-- <= 0) return;
    yield way;
  }
}

function* ways(rule: Rule, wanted: boolean): Generator<Literal[]> {
  if ('not' in rule) yield* ways(rule.not, !wanted);
  else if ('all' in rule) yield* wanted ? together(rule.all, wanted) : apart(rule.all, wanted);
  else if ('any' in rule) yield* wanted ? apart(rule.any, wanted) : together(rule.any, wanted);
  else yield [{ comparison: rule, holds: wanted }];
}

function* apart(parts: readonly Rule[], wanted: boolean): Generator<Literal[]> {
  for (const part of parts) yield* ways(part, wanted);
}

function* together(parts: readonly Rule[], wanted: boolean): Generator<Literal[]> {
  const [first, ...rest] = parts;
  if (!first) {
    yield [];
    return;
  }
  for (const way of ways(first, wanted)) for (const more of together(rest, wanted)) yield [...way, ...more];
}
