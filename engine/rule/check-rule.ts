import type { Problem } from '../problem.ts';
import type { Attribute, AttributeType } from './attribute.ts';
import { checkValue } from './check-value.ts';
import { coreAttribute, safetyFlags } from './core-attributes.ts';
import { operators } from './operators.ts';
import type { Comparison, Rule } from './rule.ts';

/** What a rule may name where it stands: the catalogue, the journey's variables, and whether an event is in hand. */
export type Known = {
  attributes: readonly Pick<Attribute, 'name' | 'type'>[];
  variables: readonly { name: string; type: AttributeType }[];
  event: boolean;
};

type Path = (string | number)[];

/**
 * What is wrong with a rule, each with the path of its group or comparison under `path`. What an event holds is not
 * known beforehand, so its facts may be asked anything. An `all` of nothing holds for everyone: a warning, where it is
 * the whole rule.
 */
export function checkRule(rule: Rule, known: Known, path: Path = []): Problem[] {
  if ('all' in rule && rule.all.length === 0) return [{ code: 'rule-for-everyone', severity: 'warning', path }];
  return checkNode(rule, known, path);
}

function checkNode(rule: Rule, known: Known, path: Path): Problem[] {
  if ('not' in rule) return checkNode(rule.not, known, [...path, 'not']);
  if ('all' in rule) return checkGroup(rule.all, known, [...path, 'all']);
  return 'any' in rule ? checkGroup(rule.any, known, [...path, 'any']) : checkComparison(rule, known, path);
}

function checkGroup(parts: readonly Rule[], known: Known, path: Path): Problem[] {
  if (parts.length === 0) return [{ code: 'rule-empty-group', severity: 'error', path }];
  return parts.flatMap((part, index) => checkNode(part, known, [...path, index]));
}

function checkComparison(comparison: Comparison, known: Known, path: Path): Problem[] {
  const found = typeOf(comparison.fact, known);
  if ('problem' in found) return [error(found.problem, path, { fact: comparison.fact })];
  const needsEvent: Problem[] =
    comparison.is === 'inside-area-of-event' && !known.event ? [error('rule-without-event', path)] : [];
  if (found.type !== undefined && !operators[comparison.is].types.includes(found.type))
    return [
      ...needsEvent,
      error('rule-operator-not-for-type', path, { fact: comparison.fact, is: comparison.is, type: found.type }),
    ];
  return [...needsEvent, ...checkValue(comparison, found.type, [...path, 'value'])];
}

function typeOf(fact: string, known: Known): { type: AttributeType | undefined } | { problem: string } {
  const [source, ...names] = fact.split('.');
  const name = names.join('.');
  if (source === 'event') return known.event ? { type: undefined } : { problem: 'rule-without-event' };
  if (source === 'member') {
    const variable = known.variables.find((entry) => entry.name === name);
    return variable ?? { problem: 'rule-unknown-variable' };
  }
  if (safetyFlags.includes(name)) return { problem: 'rule-names-safety-flag' };
  return (
    coreAttribute(name) ??
    known.attributes.find((entry) => entry.name === name) ?? { problem: 'rule-unknown-attribute' }
  );
}

function error(code: string, path: Path, params?: Problem['params']): Problem {
  return { code, severity: 'error', path, ...(params === undefined ? {} : { params }) };
}
