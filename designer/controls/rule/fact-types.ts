import type { AttributeType } from '#engine/rule/attribute.ts';
import { operators, type Takes } from '#engine/rule/operators.ts';
import type { Operator } from '#engine/rule/rule.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { factChoices } from '../facts/fact-choices.ts';

/** The type of a fact where an official chooses it; of an event nothing is known beforehand. */
export function typeOfChoice(context: InspectorContext, fact: string): AttributeType | undefined {
  return factChoices(context).find((one) => one.fact === fact)?.type;
}

/** The operators that may be asked of a type, in the order people are offered them; the area only where an event brings one. */
export function operatorsFor(type: AttributeType | undefined, event: boolean): Operator[] {
  return (Object.keys(operators) as Operator[]) // Object.keys forgets that keys are literal
    .filter((operator) => type === undefined || operators[operator].types.includes(type))
    .filter((operator) => event || operator !== 'inside-area-of-event');
}

/** What to begin with when an operator is chosen that takes something else. */
export function firstValue(operator: Operator, type: AttributeType | undefined): unknown {
  return starts[operators[operator].takes](type);
}

export const takesOf = (operator: string): Takes | undefined =>
  Object.hasOwn(operators, operator) ? operators[operator as Operator].takes : undefined;

const starts: Record<Takes, (type: AttributeType | undefined) => unknown> = {
  nothing: () => undefined,
  scalar: (type) => (type === 'boolean' ? true : type === 'number' ? undefined : ''),
  scalars: () => [],
  text: () => '',
  texts: () => [],
  number: () => undefined,
  range: (type) => (type === 'date' ? ['today', 'today'] : undefined),
  date: () => 'today',
  days: () => 30,
  ages: () => [65, 120],
  municipalities: () => [],
  provinces: () => [],
  polygon: () => [],
  circle: () => ({ lat: 40.4, lon: -3.7, km: 5 }),
};
