import { holidaysOfSpain } from '#engine/time/holiday.ts';
import { copyRows } from '../copy-rows.ts';
import type { Transaction } from '../database.ts';
import { type SandboxDoors, sandboxAccounts } from './accounts.ts';
import { savedAudiences } from './audiences.ts';
import { inventBusinesses } from './businesses.ts';
import { catalogue, purposes } from './catalogue.ts';
import { citizenColumns, citizenRow } from './citizen-row.ts';
import { inventCitizens } from './citizens.ts';
import type { Municipality } from './territory.ts';
import { seedWebhook } from './webhook.ts';

/** The invented administration that owns the demonstration. */
export const DEMONSTRATION_UNIT = '019b76da-a800-7000-8002-000000000001';

/** Municipalities, holidays of the years that Cauce knows, the invented administration, its catalogue, its saved audiences and its sandbox accounts; safe to repeat. */
export async function seedGround(
  tx: Transaction,
  municipalities: readonly Municipality[],
  doors: SandboxDoors,
): Promise<void> {
  await tx.query('create temp table seeding (like municipality) on commit drop');
  const columns = ['code', 'name', 'province', 'ccaa', 'lat', 'lon'] as const;
  await copyRows(
    tx,
    'seeding',
    columns,
    municipalities.map((m) => columns.map((column) => m[column])),
  );
  await tx.query(`insert into municipality select * from seeding on conflict (code) do update
    set name = excluded.name, province = excluded.province, ccaa = excluded.ccaa, lat = excluded.lat, lon = excluded.lon`);
  await tx.query(
    `insert into holiday (day, scope, name) select date, scope, name
     from jsonb_to_recordset($1::jsonb) as given(date date, scope text, name text)
     on conflict (day, scope) do update set name = excluded.name`,
    [JSON.stringify(holidaysOfSpain)],
  );
  await tx.query(
    `insert into unit (id, name, dir3, seat) values ($1, 'Comunidad de Muestra', 'X00000000', '28079') on conflict (id) do nothing`,
    [DEMONSTRATION_UNIT],
  );
  await tx.query(
    `insert into attribute (unit_id, name, type, title, source, basis, norm, freshness_days, purposes)
     select $1, name, type, title, source, basis, norm, "freshnessDays",
            array(select jsonb_array_elements_text(purposes)) from jsonb_to_recordset($2::jsonb)
       as given(name text, type text, title jsonb, source text, basis text, norm text, "freshnessDays" int,
                purposes jsonb)
     on conflict (unit_id, name) do nothing`,
    [DEMONSTRATION_UNIT, JSON.stringify(catalogue)],
  );
  await tx.query(
    `insert into purpose (unit_id, code, title, norm)
     select $1, code, title, norm from jsonb_to_recordset($2::jsonb) as given(code text, title text, norm text)
     on conflict (unit_id, code) do nothing`,
    [DEMONSTRATION_UNIT, JSON.stringify(purposes)],
  );
  await seedAccounts(tx, doors);
  await seedWebhook(tx, DEMONSTRATION_UNIT, doors.port);
  // Only at first: one that somebody took away stays away.
  await tx.query(
    `insert into audience (unit_id, slug, name, rule)
     select $1, slug, name, rule from jsonb_to_recordset($2::jsonb) as given(slug text, name text, rule jsonb)
     where not exists (select from setting where key = 'demonstration')
     on conflict (unit_id, slug) do nothing`,
    [DEMONSTRATION_UNIT, JSON.stringify(savedAudiences)],
  );
}

async function seedAccounts(tx: Transaction, doors: SandboxDoors) {
  // The gateway's ports may differ from the last start: settings and secret follow it, what an official changed stays.
  await tx.query(
    `insert into account (unit_id, slug, name, channel, adapter, mode, settings, secret, sender, reply_to, rate, weight, rest_weight, cents_per_part)
     select $1, slug, name, channel, adapter, 'sandbox', settings, $3, sender, "replyTo", rate, weight, weight, "centsPerPart"
     from jsonb_to_recordset($2::jsonb) as given(slug text, name text, channel text, adapter text, settings jsonb, sender text, "replyTo" text,
       rate int, weight int, "centsPerPart" numeric)
     on conflict (unit_id, slug) do update set settings = account.settings || excluded.settings, secret = excluded.secret,
       reply_to = coalesce(account.reply_to, excluded.reply_to)
     where account.mode = 'sandbox'`,
    [DEMONSTRATION_UNIT, JSON.stringify(sandboxAccounts(doors)), doors.secret],
  );
}

/** Invents people and businesses into `citizen`, once: a second call finds them and answers 0. */
export async function seedCitizens(
  tx: Transaction,
  municipalities: readonly Municipality[],
  { citizens, businesses, seed }: { citizens: number; businesses: number; seed: number },
): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('cauce demonstration'))`);
  const { rowCount } = await tx.query(`select from setting where key = 'demonstration'`);
  if (rowCount) return 0;
  const people = [...inventCitizens(municipalities, { count: citizens, seed })];
  const firms = inventBusinesses(people, municipalities, { count: businesses, seed, first: people.length });
  const all = [...people, ...firms];
  await copyRows(tx, 'citizen', ['unit_id', ...citizenColumns], rowsOf(all));
  await tx.query(`insert into setting (key, value) values ('demonstration', $1)`, [
    JSON.stringify({ seed, citizens: people.length, businesses: firms.length, unitId: DEMONSTRATION_UNIT }),
  ]);
  await tx.query('analyze citizen');
  return all.length;
}

function* rowsOf(all: Iterable<Parameters<typeof citizenRow>[0]>) {
  for (const citizen of all) yield [DEMONSTRATION_UNIT, ...citizenRow(citizen)];
}
