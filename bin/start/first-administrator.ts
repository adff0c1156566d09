import { connect } from '#drizzle/database.ts';
import { hasNoAdministrator } from '#drizzle/queries/first-administrator.ts';
import { invite } from '#drizzle/queries/invitations.ts';

const HOURS = 24;

/** The address, good once and for a day, at which the first administrator is made; undefined when somebody administers already. */
export async function firstAdministrator(databaseUrl: string, address: string): Promise<string | undefined> {
  const database = connect(databaseUrl, { max: 1, name: 'cauce start' });
  try {
    if (!(await hasNoAdministrator(database))) return undefined;
    return `${address}/sign-in/welcome/${await invite(database, { officialId: null, hours: HOURS })}`;
  } finally {
    await database.end();
  }
}
