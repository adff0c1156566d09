import type { Queryable } from '../database.ts';
import { hashOfCode } from './team-addresses.ts';

/** An address that a code must be sent to. */
export type CodeToSend = { id: string; unitId: string; address: string; channel: 'sms' | 'email' };

/** Addresses that wait for their code, the first added first. */
export async function codesToSend(database: Queryable): Promise<CodeToSend[]> {
  const { rows } = await database.query<CodeToSend>(
    `select id, unit_id as "unitId", address, channel from team_address
     where verified_at is null and code_sent_at is null order by added_at limit 100`,
  );
  return rows;
}

/** Lets an address wait for a new code: the one that was noted could not be sent. */
export async function codeNotSent(database: Queryable, id: string): Promise<void> {
  await database.query('update team_address set code_hash = null, code_sent_at = null where id = $1', [id]);
}

/** Notes the code that is being sent. */
export async function codeSent(database: Queryable, id: string, code: string): Promise<void> {
  await database.query('update team_address set code_hash = $2, code_sent_at = now(), tries = 0 where id = $1', [
    id,
    hashOfCode(id, code),
  ]);
}
