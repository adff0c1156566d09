import type { RuleType } from 'react-querybuilder';
import type { InspectorContext } from '../../inspector/context.ts';
import type { FieldProblem } from '../../inspector/field-problems.ts';
import type { Query } from './query.ts';

/** What the builder hands down to our parts of it. */
export type BuilderContext = {
  inspector: InspectorContext;
  id: string;
  /** Whether an event is in hand where the rule is asked. */
  event: boolean;
  problems: readonly FieldProblem[];
  newLine: () => RuleType;
  /** Says what just changed to who cannot see it. */
  announce: (sentence: string) => void;
};

export const isGroup = (part: Query | RuleType): part is Query => 'rules' in part;

/** A place as people count: the second of the first group is «1.2». */
export const placeOf = (path: readonly number[]): string => path.map((step) => step + 1).join('.');
