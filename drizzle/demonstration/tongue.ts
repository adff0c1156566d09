import type { Dice } from './dice.ts';

// Share of households that choose to be written to in the co-official language, by province (INE code).
const coOfficial: Record<string, readonly [language: string, share: number]> = {
  '46': ['ca', 0.38],
  '12': ['ca', 0.45],
  '03': ['ca', 0.22],
  '08': ['ca', 0.45],
  '17': ['ca', 0.6],
  '25': ['ca', 0.6],
  '43': ['ca', 0.5],
  '07': ['ca', 0.45],
  '15': ['gl', 0.5],
  '27': ['gl', 0.6],
  '32': ['gl', 0.6],
  '36': ['gl', 0.45],
  '20': ['eu', 0.45],
  '48': ['eu', 0.25],
  '01': ['eu', 0.15],
  '31': ['eu', 0.1],
};

// La Canal de Navarrés speaks Spanish: only a few there ask for valencià.
const spanishSpeaking = new Set(['46118', '46039', '46107', '46073', '46179', '46206', '46071']);
const newcomers = [
  [22, 'ro'],
  [24, 'ar'],
  [9, 'uk'],
  [16, 'en'],
  [5, 'fr'],
  [5, 'de'],
] as const;

/** The languages of a household: the one of its names, and the one it wants to be written to in. */
export function inventTongue(municipality: string, dice: Dice): { names: string; writtenIn: string } {
  const [language, share] = coOfficial[municipality.slice(0, 2)] ?? ['es', 0];
  const local = language !== 'es' && dice.happens(spanishSpeaking.has(municipality) ? 0.12 : share);
  if (local) return { names: language, writtenIn: language };
  if (!dice.happens(0.07)) return { names: language !== 'es' && dice.happens(0.3) ? language : 'es', writtenIn: 'es' };
  const names = dice.weighted(newcomers);
  return { names, writtenIn: dice.happens(0.55) ? names : 'es' };
}
