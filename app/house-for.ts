import { codesIn } from '#designer/calling-places.ts';
import type { House } from '#designer/inspector/context.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { houseOf } from '#drizzle/queries/house-of.ts';
import { placeNames } from '#drizzle/queries/places.ts';
import type { Journey } from '#engine/journey.ts';
import { inventedPeople } from './ask/invented-people.ts';
import { database } from './database.ts';

/** What the designer may lean on for one journey of a unit: the house, invented people, and the names of places it speaks of. */
export async function houseFor(unitId: string, journey: Journey): Promise<House> {
  const [house, catalogue] = [await houseOf(database(), unitId), await catalogueOf(database(), unitId)];
  const spoken = codesIn([journey.nodes, journey.stops, journey.goals, house.audiences]);
  const lived = inventedPeople.map(({ citizen }) => String(citizen['municipality'] ?? ''));
  const codes = new Set([...spoken, ...lived, journey.seat, ...alwaysNamed]);
  return { ...house, catalogue, people: inventedPeople, places: await placeNames(database(), [...codes]) };
}

/** Where invented examples live. */
const alwaysNamed = ['28079', '46250', '46118', '08019'];
