import { approveRequest } from '#drizzle/requests/decide-request.ts';
import { giveSoftwareKey, type SoftwareKey } from '#drizzle/requests/software-key.ts';
import { may, type Role } from '#engine/office/permission.ts';
import type { Person } from '#engine/office/request.ts';
import type { World } from './world.ts';

/** Who works in a bench's unit: one asks, another signs with a key in software, so that the whole gate is in what is measured. */
export type Office = { author: Person; approve: (requestId: string) => Promise<string> };

const offices = new WeakMap<World, Map<string, Promise<Office>>>();

/** The office of a unit, made when it is first asked for. */
export function officeOf(world: World, unitId: string): Promise<Office> {
  const known = offices.get(world) ?? new Map<string, Promise<Office>>();
  offices.set(world, known);
  const office = known.get(unitId) ?? openOffice(world, unitId);
  known.set(unitId, office);
  return office;
}

async function openOffice(world: World, unitId: string): Promise<Office> {
  // As the worker of this world sees it: its own port, by the name that keys can be bound to.
  const address = world.webUrl.replace('127.0.0.1', 'localhost');
  const party = { id: 'localhost', address, origins: [address] };
  const author = await appoint(world, unitId, 'Autora', 'manager');
  const approver = await appoint(world, unitId, 'Firmante', 'approver');
  const key: SoftwareKey = await giveSoftwareKey(world.database, approver.id, party);
  return {
    author,
    approve: async (requestId) => {
      const { rows } = await world.database.query<{ hash: string }>('select hash from request where id = $1', [
        requestId,
      ]);
      const hash = rows[0]!.hash;
      const signature = { hash, assertion: key.sign(hash) };
      const decided = await approveRequest(world.database, requestId, { by: approver, signature, party });
      if (!decided.ok || decided.runId === null) throw new Error(JSON.stringify(decided));
      return decided.runId;
    },
  };
}

async function appoint(world: World, unitId: string, name: string, role: Role): Promise<Person> {
  const { rows } = await world.database.query<{ id: string }>(
    `with made as (insert into official (name, email) values ($1, gen_random_uuid() || '@ejemplo.invalid') returning id)
     insert into official_role (official_id, unit_id, role) select id, $2, $3 from made returning official_id as id`,
    [name, unitId, role],
  );
  const grants = [{ unitId, role }];
  return { kind: 'official', id: rows[0]!.id, may: (action, unit) => may(grants, action, unit) };
}
