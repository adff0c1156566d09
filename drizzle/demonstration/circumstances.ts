import type { Dice } from './dice.ts';
import type { InventedCitizen } from './invented-citizen.ts';

/** The call of the example opens on 1 September 2026 and closes sixty days later. */
export const GRANT_DEADLINE = '2026-10-31';

/** What someone of this age needs when something happens. */
export function inventNeeds(age: number, dice: Dice): string[] {
  const old = age >= 85 ? 2 : age >= 75 ? 1 : age >= 65 ? 0.4 : 0.08;
  const chances = [
    ['mobility', 0.17],
    ['hearing', 0.09],
    ['sight', 0.06],
    ['memory', 0.05],
    ['oxygen', 0.012],
    ['dialysis', 0.004],
  ] as const;
  const needs = chances.filter(([, chance]) => dice.happens(chance * old)).map(([need]) => need as string);
  if (dice.happens(0.007)) needs.push('easy-read');
  return needs;
}

/** The catalogued attributes of an adult, before those that depend on their children or carer. */
export function inventAttributes(age: number, needs: readonly string[], dice: Dice): InventedCitizen['attributes'] {
  const attributes: InventedCitizen['attributes'] = {};
  if (age >= 20 && age < 86 && dice.happens(age < 75 ? 0.46 : 0.2)) {
    attributes['carRegistration'] = registration(dice);
    attributes['itvExpiry'] =
      `2026-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`;
  }
  if (needs.includes('oxygen') || needs.includes('dialysis')) attributes['electricityDependent'] = true;
  if (needs.length >= 2 || (age >= 80 && dice.happens(0.12)))
    attributes['dependencyDegree'] = dice.weighted([[5, 'I'], [3, 'II'], [2, 'III']] as const); // biome-ignore format: one table
  if (age >= 70 && dice.happens(0.15)) attributes['telecare'] = true;
  return attributes;
}

/** What the school-meal grant knows of the parent who applies for a household; empty when there was no grant. */
export function inventGrant(municipality: string, schoolChildren: number, dice: Dice): InventedCitizen['attributes'] {
  if (schoolChildren === 0) return {};
  const school = { schoolChildren, schoolId: `C-${municipality}-${1 + dice.below(3)}` };
  if (!dice.happens(0.34)) return { ...school, grantLastYear: false };
  return {
    ...school,
    grantLastYear: true,
    grantDeadline: GRANT_DEADLINE,
    hasFiled: false,
    grantNotApplicable: dice.happens(0.03),
  };
}

// Real plates have no vowels, so no real car carries one of these.
function registration(dice: Dice): string {
  const vowel = () => dice.pick(['A', 'E', 'I', 'O', 'U']);
  return `${String(dice.below(10_000)).padStart(4, '0')}${vowel()}${vowel()}${vowel()}`;
}
