import type { AttributeType } from './attribute.ts';
import type { Operator } from './rule.ts';

/** What an operator needs beside the fact; the designer picks its control by this name. */
export type Takes =
  | 'nothing'
  | 'scalar'
  | 'scalars'
  | 'text'
  | 'texts'
  | 'number'
  | 'range'
  | 'date'
  | 'days'
  | 'ages'
  | 'municipalities'
  | 'provinces'
  | 'polygon'
  | 'circle';

const anything: readonly AttributeType[] = ['text', 'number', 'boolean', 'date', 'list', 'code', 'place'];
const single: readonly AttributeType[] = ['text', 'number', 'boolean', 'code'];

/** Every operator, in the order people are offered them: the types it may be asked of, and what it takes. */
export const operators: Record<Operator, { types: readonly AttributeType[]; takes: Takes }> = {
  equals: { types: single, takes: 'scalar' },
  'not-equals': { types: single, takes: 'scalar' },
  in: { types: ['text', 'number', 'code'], takes: 'scalars' },
  'not-in': { types: ['text', 'number', 'code'], takes: 'scalars' },
  contains: { types: ['text', 'code'], takes: 'text' },
  'starts-with': { types: ['text', 'code'], takes: 'text' },
  has: { types: ['list'], takes: 'text' },
  'has-any': { types: ['list'], takes: 'texts' },
  less: { types: ['number'], takes: 'number' },
  'at-most': { types: ['number'], takes: 'number' },
  greater: { types: ['number'], takes: 'number' },
  'at-least': { types: ['number'], takes: 'number' },
  between: { types: ['number', 'date'], takes: 'range' },
  before: { types: ['date'], takes: 'date' },
  after: { types: ['date'], takes: 'date' },
  on: { types: ['date'], takes: 'date' },
  'in-last-days': { types: ['date'], takes: 'days' },
  'in-next-days': { types: ['date'], takes: 'days' },
  'age-between': { types: ['date'], takes: 'ages' },
  'in-municipality': { types: ['place', 'code'], takes: 'municipalities' },
  'in-province': { types: ['place', 'code'], takes: 'provinces' },
  'inside-polygon': { types: ['place'], takes: 'polygon' },
  'within-km': { types: ['place'], takes: 'circle' },
  'inside-area-of-event': { types: ['place'], takes: 'nothing' },
  exists: { types: anything, takes: 'nothing' },
  missing: { types: anything, takes: 'nothing' },
};
