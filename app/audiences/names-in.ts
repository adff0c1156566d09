import type { RuleNames } from '#designer/controls/rule/rule-names.ts';
import { type Say, sayFact } from '#designer/say.ts';
import type { Attribute } from '#engine/rule/attribute.ts';
import type { Rule } from '#engine/rule/rule.ts';
import provinceNames from '#engine/time/province-names.json' with { type: 'json' };

/** The names that a rule's sentence uses on pages that only tell it: of the catalogue, of municipalities and provinces. */
export function namesIn(say: Say, catalogue: readonly Attribute[], places: Record<string, string>): RuleNames {
  const provinces: Record<string, string> = provinceNames;
  const titles = new Map(catalogue.map(({ name, title }) => [`citizen.${name}`, title[say.locale] ?? title['es']]));
  return {
    fact: (fact) => titles.get(fact) ?? sayFact(say, fact),
    code: (code) => places[code] ?? provinces[code] ?? code,
  };
}

/** What may be codes of municipalities in these rules, each once: five digits, wherever they stand. */
export function codesIn(rules: Rule | readonly Rule[]): string[] {
  const found = JSON.stringify(rules).match(/"\d{5}"/g) ?? [];
  return [...new Set(found.map((code) => code.slice(1, -1)))];
}
