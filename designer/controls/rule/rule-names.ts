import provinceNames from '#engine/time/province-names.json' with { type: 'json' };
import type { InspectorContext } from '../../inspector/context.ts';
import { factTitle } from '../facts/fact-choices.ts';

/** The names that a rule's sentence uses where the house knows better ones than codes. */
export type RuleNames = { fact: (fact: string) => string; code: (code: string) => string };

export function ruleNames(context: InspectorContext): RuleNames {
  const provinces: Record<string, string> = provinceNames;
  return {
    fact: (fact) => factTitle(context, fact),
    code: (code) => context.house.places[code] ?? provinces[code] ?? code,
  };
}
