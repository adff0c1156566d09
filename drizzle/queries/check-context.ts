import type { Context } from '#engine/check/subject.ts';
import type { Queryable } from '../database.ts';
import { catalogueOf } from './catalogue.ts';
import { houseOf } from './house-of.ts';

/** What a journey of this unit may lean on, for `check`: its catalogue, contracts, connections and domains. */
export async function checkContext(database: Queryable, unitId: string): Promise<Context> {
  const [catalogue, { accounts, connections, domains }] = [
    await catalogueOf(database, unitId),
    await houseOf(database, unitId),
  ];
  // A unit that has entered none of a kind is not held to that list: an empty house would refuse every journey.
  return {
    catalogue,
    ...(accounts.length > 0 && { accounts }),
    ...(connections.length > 0 && { connections }),
    ...(domains.length > 0 && { domains }),
  };
}
