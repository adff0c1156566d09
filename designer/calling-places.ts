import provinceNames from '#engine/time/province-names.json' with { type: 'json' };

const provinces: Record<string, string> = provinceNames;

/** What places are called, by their code. */
export type Called = { code: (code: string) => string };

/** The names that a rule's sentence uses for codes of municipalities, as far as these are known, and of provinces. */
export function callingPlaces(municipalities: Readonly<Record<string, string>>): Called {
  return { code: (code) => municipalities[code] ?? provinces[code] ?? code };
}

/** What may be codes of municipalities in rules or steps, each once: five digits, wherever they stand. */
export function codesIn(spoken: unknown): string[] {
  const found = JSON.stringify(spoken).match(/"\d{5}"/g) ?? [];
  return [...new Set(found.map((code) => code.slice(1, -1)))];
}
