import { randomInt, randomUUID } from 'node:crypto';
import type { Database } from '#drizzle/database.ts';
import { type CodeToSend, codeNotSent, codeSent, codesToSend } from '#drizzle/keys/team-codes.ts';
import { translator } from '#locales/translator.ts';
import { writeToOffice } from './write-to-office.ts';

/** Sends their code to addresses that were added to a team; answers how many were sent. */
export async function sendTeamCodes(database: Database): Promise<number> {
  let sent = 0;
  for (const address of await codesToSend(database)) if (await send(database, address)) sent += 1;
  return sent;
}

async function send(database: Database, { id, unitId, address, channel }: CodeToSend): Promise<boolean> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const t = translator('es');
  // Written before it leaves: whoever is quick to type it finds it.
  await codeSent(database, id, code);
  const note = {
    key: randomUUID(),
    to: address,
    subject: t('teamCode.subject'),
    text: t('teamCode.text', { code }),
    language: 'es',
  };
  const accepted = await writeToOffice(database, { unitId, channel }, [note]);
  if (accepted.length === 0) await codeNotSent(database, id);
  return accepted.length > 0;
}
