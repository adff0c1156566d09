import { rounded } from './figures.ts';

/** Something that must hold: a measured value and the bound it is held to. `value` null: it could not be measured, so it does not hold. */
export type Goal = { name: string; value: number | null; at: 'most' | 'least'; bound: number; unit?: string };

export function holds({ value, at, bound }: Goal): boolean {
  if (value === null || Number.isNaN(value)) return false;
  return at === 'most' ? value <= bound : value >= bound;
}

/** One line per goal: whether it holds, its value, and what was asked. */
export function sayGoals(goals: readonly Goal[]): string[] {
  return goals.map((goal) => {
    const { name, value, at, bound, unit = '' } = goal;
    const said = value === null ? 'not measured' : `${rounded(value)}${unit && ` ${unit}`}`;
    return `${holds(goal) ? 'holds ' : 'MISSED'}  ${name}: ${said} (at ${at} ${bound}${unit && ` ${unit}`})`;
  });
}
