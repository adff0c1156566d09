import { cookies } from 'next/headers';
import { type Action, unitsWhere } from '#engine/office/permission.ts';
import type { Official } from './official.ts';

/** Which of these units the official has chosen to look at; undefined: all of them. */
export async function unitChosen(units: readonly string[]): Promise<string | undefined> {
  const wanted = (await cookies()).get('unit')?.value;
  return units.find((unit) => unit === wanted);
}

/** The units whose things a list shows: those where the official may do this, narrowed to the one they have chosen. */
export async function unitsShown({ grants }: Pick<Official, 'grants'>, action: Action): Promise<string[]> {
  const all = unitsWhere(grants, action);
  const chosen = await unitChosen(all);
  return chosen === undefined ? all : [chosen];
}
