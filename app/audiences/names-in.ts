import type { Rule } from '#engine/rule/rule.ts';
import provinceNames from '#engine/time/province-names.json' with { type: 'json' };

/** The names that a rule's sentence uses, on pages that only tell it, for codes of municipalities and provinces. */
export function namesIn(places: Readonly<Record<string, string>>): { code: (code: string) => string } {
  const provinces: Record<string, string> = provinceNames;
  return { code: (code) => places[code] ?? provinces[code] ?? code };
}

/** What may be codes of municipalities in these rules, each once: five digits, wherever they stand. */
export function codesIn(rules: Rule | readonly Rule[]): string[] {
  const found = JSON.stringify(rules).match(/"\d{5}"/g) ?? [];
  return [...new Set(found.map((code) => code.slice(1, -1)))];
}
