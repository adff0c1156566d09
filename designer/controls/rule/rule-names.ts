import { callingPlaces } from '../../calling-places.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { factTitle } from '../facts/fact-choices.ts';

/** The names that a rule's sentence uses where the house knows better ones than codes. */
export type RuleNames = { fact: (fact: string) => string; code: (code: string) => string };

export function ruleNames(context: InspectorContext): RuleNames {
  return { fact: (fact) => factTitle(context, fact), ...callingPlaces(context.house.places) };
}
