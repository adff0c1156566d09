import type { AttributeType } from '../attribute.ts';
import { compare } from '../compare.ts';
import { coreAttribute, safetyFlags } from '../core-attributes.ts';
import { holds } from '../holds.ts';
import { type Facts, readFact } from '../read-fact.ts';
import { comparisonsOf } from '../reads.ts';
import type { Comparison, Rule } from '../rule.ts';
import { candidates, municipalityInArea } from './candidates.ts';
import { type Literal, waysOf } from './literal.ts';
import { withFact } from './with-fact.ts';

/** An invented person whom a rule lets in. */
export type Fit = { facts: Facts };
/** An invented person whom it keeps out, because of one comparison (`because`, and whether it held) and nothing else. */
export type NearMiss = { facts: Facts; because: Literal };

export type Question = {
  rule: Rule;
  /** The types of catalogued attributes and variables, by their names in rules. */
  typeOf: (fact: string) => AttributeType | undefined;
  now: number;
  zone?: string;
};

/**
 * Invents people for a rule: some whom it lets in, one for each way there is, and for the first of them those who differ in
 * one thing only and stay out. Nobody is found where nobody can be, or where the rule is too tangled to say.
 */
export function examples({ rule, typeOf, now, zone = 'Europe/Madrid' }: Question): {
  fits: Fit[];
  nearMisses: NearMiss[];
} {
  const nobody: Facts = { citizen: { attributes: {} }, member: {}, event: null, now, zone };
  const typed = (fact: string) => coreAttribute(fact.slice(fact.indexOf('.') + 1))?.type ?? typeOf(fact);
  const pool = poolOf(rule, typed, nobody);
  const fits: Fit[] = [];
  let nearMisses: NearMiss[] = [];
  for (const way of waysOf(rule)) {
    const facts = person(way, pool, nobody);
    if (!facts || !holds(rule, facts) || fits.some((other) => same(other.facts, facts))) continue;
    fits.push({ facts });
    if (fits.length === 1) nearMisses = missesOf(rule, way, facts, pool);
    if (fits.length === 3) break;
  }
  return { fits, nearMisses };
}

/** For each fact of the rule, the values worth trying. */
type Pool = Map<string, unknown[]>;

function poolOf(rule: Rule, typeOf: Question['typeOf'], facts: Facts): Pool {
  const pool: Pool = new Map();
  for (const comparison of comparisonsOf(rule)) {
    const known = pool.get(comparison.fact) ?? [];
    pool.set(comparison.fact, [...known, ...candidates(comparison, typeOf(comparison.fact), facts)]);
  }
  return pool;
}

/** Chooses for each fact a value that answers every comparison on it as this way needs. */
function person(way: readonly Literal[], pool: Pool, nobody: Facts): Facts | undefined {
  let facts = way.some(({ comparison }) => comparison.is === 'inside-area-of-event') ? withArea(nobody) : nobody;
  for (const fact of new Set(way.map(({ comparison }) => comparison.fact))) {
    const asked = way.filter(({ comparison }) => comparison.fact === fact);
    const before = facts;
    const value = (pool.get(fact) ?? []).find((one) => {
      const tried = merged(before, fact, one);
      return asked.every(({ comparison, holds: wanted }) => compare(comparison, tried) === wanted);
    });
    const chosen = merged(before, fact, value);
    if (!asked.every(({ comparison, holds: wanted }) => compare(comparison, chosen) === wanted)) return undefined;
    facts = chosen;
  }
  return facts;
}

/** A place that two comparisons speak of is one place: what is chosen is put beside what is known of it. */
function merged(facts: Facts, fact: string, value: unknown): Facts {
  if (fact !== 'citizen.place' || value === undefined) return withFact(facts, fact, value);
  const known = readFact(fact, facts).value;
  return withFact(facts, fact, { ...(known as object | undefined), ...(value as object) }); // both are places
}

const withArea = (facts: Facts): Facts => ({ ...facts, event: { area: { municipalities: [municipalityInArea] } } });

function missesOf(rule: Rule, way: readonly Literal[], facts: Facts, pool: Pool): NearMiss[] {
  return way.flatMap((because): NearMiss[] => {
    const { fact } = because.comparison;
    for (const value of pool.get(fact) ?? []) {
      const changed = withFact(facts, fact, value);
      const only = way.every((other) => other === because || compare(other.comparison, changed) === other.holds);
      if (only && !holds(rule, changed)) return [{ facts: changed, because }];
    }
    return [];
  });
}

const same = (one: Facts, other: Facts) => JSON.stringify(one) === JSON.stringify(other);

/** The facts a rule speaks of that a person may be told about, each once. */
export function factsOfRule(rule: Rule): string[] {
  const told = (comparison: Comparison) => !safetyFlags.includes(comparison.fact.replace(/^citizen\./, ''));
  return [
    ...new Set(
      comparisonsOf(rule)
        .filter(told)
        .map(({ fact }) => fact),
    ),
  ];
}
