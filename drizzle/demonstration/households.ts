import type { Dice } from './dice.ts';

/** One of a household, before a name and an address: `child` lives with their parents, `elder` with their children. */
export type Dweller = { age: number; sex: 'female' | 'male'; role: 'head' | 'partner' | 'child' | 'elder' };
export type Household = { dwellers: Dweller[]; schoolChildren: number };

/** People of a civil register who are old enough for a record of their own; schoolchildren are counted at their parents. */
export const YOUNGEST = 14;

// Share of Spain's population by age at 1 January 2025, five years a step from 25 (INE, Estadística Continua de Población), rounded.
const pyramid: readonly (readonly [number, number])[] = [
  [5.7, 25],
  [6.0, 30],
  [6.4, 35],
  [7.4, 40],
  [8.4, 45],
  [8.1, 50],
  [7.6, 55],
  [6.9, 60], //
  [5.8, 65],
  [4.9, 70],
  [4.3, 75],
  [2.8, 80],
  [2.0, 85],
  [0.95, 90],
  [0.3, 95],
];
const ageingPyramid = pyramid.map(([weight, age]) => [age >= 65 ? weight * 1.7 : weight, age] as const);

/** A household as they are found in Spain, more of them old where the place is ageing. */
export function inventHousehold(dice: Dice, ageing: boolean): Household {
  const age = dice.weighted(ageing ? ageingPyramid : pyramid) + dice.below(5);
  const female = dice.happens(age < 65 ? 0.5 : age < 80 ? 0.54 : 0.65);
  const head: Dweller = { age, sex: female ? 'female' : 'male', role: 'head' };
  if (age >= 65) return ofTheOld(head, dice);
  const kind = dice.weighted([
    [17, 'alone'],
    [22, 'couple'],
    [age < 58 ? 46 : 25, 'family'],
    [age < 58 ? 9 : 3, 'parent'],
    [age >= 45 ? 5 : 0, 'with-elder'],
  ] as const);
  if (kind === 'alone') return { dwellers: [head], schoolChildren: 0 };
  const dwellers = kind === 'parent' || kind === 'with-elder' ? [head] : [head, partnerOf(head, dice)];
  if (kind === 'with-elder')
    dwellers.push({
      age: Math.min(99, age + 24 + dice.below(10)),
      sex: dice.happens(0.7) ? 'female' : 'male',
      role: 'elder',
    });
  if (kind === 'couple' || kind === 'with-elder') return { dwellers, schoolChildren: 0 };
  const children = dice.weighted([[42, 1], [46, 2], [12, 3]] as const); // biome-ignore format: one table
  let schoolChildren = 0;
  for (let i = 0; i < children; i++) {
    const old = Math.max(0, age - 24 - dice.below(15));
    if (old < YOUNGEST) schoolChildren += old >= 3 ? 1 : 0;
    else if (old <= 29) dwellers.push({ age: old, sex: dice.happens(0.51) ? 'male' : 'female', role: 'child' });
  }
  return { dwellers, schoolChildren };
}

function ofTheOld(head: Dweller, dice: Dice): Household {
  const alone = dice.happens(head.age < 75 ? 0.24 : head.age < 85 ? 0.36 : 0.44);
  const dwellers = alone ? [head] : [head, partnerOf(head, dice)];
  if (!alone && dice.happens(0.14)) dwellers.push({ age: head.age - 30 - dice.below(8), sex: 'male', role: 'child' });
  return { dwellers, schoolChildren: 0 };
}

function partnerOf({ age, sex }: Dweller, dice: Dice): Dweller {
  const same = dice.happens(0.02);
  const other = sex === 'female' ? 'male' : 'female';
  const years = Math.max(22, Math.min(99, age + dice.below(7) - (sex === 'male' ? 4 : 2)));
  return { age: years, sex: same ? sex : other, role: 'partner' };
}
