import { randomUUID } from 'node:crypto';
import type { Queryable } from '#drizzle/database.ts';
import type { SignInMethod } from '#drizzle/queries/official-of-session.ts';
import { openSession } from '#drizzle/queries/open-session.ts';
import type { Role } from '#engine/office/permission.ts';
import { sessionCookie, signedToken } from './session-cookie.ts';

/** An official made straight in the database, signed in: `cookie` is the header that a browser would send. */
export type SignedIn = { id: string; name: string; token: string; cookie: string };

/** Makes an official with these roles (`[unit, role]`) and signs them in, having given a second factor unless told otherwise. */
export async function signIn(
  database: Queryable,
  {
    name = 'Prueba',
    roles = [],
    method = 'totp',
  }: { name?: string; roles?: [unitId: string, role: Role][]; method?: SignInMethod },
): Promise<SignedIn> {
  const id = randomUUID();
  await database.query('insert into official (id, name, email) values ($1, $2, $3)', [
    id,
    name,
    `${id}@ejemplo.invalid`,
  ]);
  for (const [unitId, role] of roles)
    await database.query('insert into official_role (official_id, unit_id, role) values ($1, $2, $3)', [
      id,
      unitId,
      role,
    ]);
  const token = await openSession(database, { officialId: id, method, hours: 1 });
  return { id, name, token, cookie: `${sessionCookie()}=${encodeURIComponent(signedToken(token))}` };
}

/** What a page of ours adds to a request that changes something. */
export const fromOurPage = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
