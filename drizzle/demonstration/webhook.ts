import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

const id = '019b76da-a800-7000-8004-000000000001';

/** Another system of the invented administration, which hears of its drills and takes everything: the sandbox gateway plays it. */
export async function seedWebhook(database: Queryable, unitId: string, port: number): Promise<void> {
  await database.query(
    `insert into webhook (id, unit_id, name, url, reach, hears, events, secret)
     values ($1, $2, 'Gestor de expedientes (pruebas)', $3, 'sandbox', 'drill', $4, $5)
     on conflict (id) do update set url = excluded.url where webhook.reach = 'sandbox'`,
    [
      id,
      unitId,
      `http://127.0.0.1:${port}/hooks`,
      ['run.status', 'outcome.reached', 'task.opened', 'task.done'],
      `whsec_${randomBytes(32).toString('base64')}`,
    ],
  );
}
