import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { rotateKey } from '#drizzle/audit/ensure-key.ts';
import { eraseReason } from '#drizzle/audit/erase-reason.ts';
import { exportAudit } from '#drizzle/audit/export-audit.ts';
import { trustedKey } from '#drizzle/audit/key-file.ts';
import { keysInChain } from '#drizzle/audit/keys-in-chain.ts';
import { keptSeals, readSealLines } from '#drizzle/audit/seal-file.ts';
import { verifyAudit } from '#drizzle/audit/verify-audit.ts';
import { env } from '#env';
import { root } from '../root.ts';
import { type Command, type Desk, fileBytes, needed, type Values, Wrong } from './command.ts';
import { words } from './words.ts';

/**
 * What an auditor asks for: `verify` reads the whole chain, its seals, and those kept beside the key or given in a file;
 * `export` writes all that docs/verify-audit.mjs needs; `key` shows the keys; `rotate-key` hands over to a new one;
 * `erase-reason` erases the words of one reason.
 */
export const audit = {
  usage: 'audit verify [--seals FILE] [--key FINGERPRINT] | export [FILE] | key | rotate-key | erase-reason ROW',
  options: { seals: { type: 'string' }, key: { type: 'string' } },
  run: (desk, [verb, argument], values) => {
    switch (verb) {
      case 'verify':
        return verify(desk, values);
      case 'export':
        return write(desk, argument);
      case 'key':
        return showKeys(desk);
      case 'rotate-key':
        return rotate(desk);
      case 'erase-reason':
        return erase(desk, needed(argument, 'ROW'));
      default:
        throw new Wrong(words.missing('verify | export | key | rotate-key | erase-reason'));
    }
  },
} satisfies Command;

const folder = () => path.resolve(root, env().CAUCE_DIR, 'audit');

async function verify(desk: Desk, { seals, key }: Values): Promise<number> {
  const trusted =
    typeof key === 'string' ? key : (trustedKey(folder()) ?? (await keysInChain(desk.database()))[0]?.key);
  const given = typeof seals === 'string' ? readSealLines(fileBytes(seals).toString('utf8')) : [];
  const verified = await verifyAudit(desk.database(), {
    trusted: trusted ?? '',
    received: [...keptSeals(folder()), ...given],
  });
  for (const finding of verified.findings) desk.complain(`✗ ${desk.t(`auditFinding.${finding.kind}`, finding)}`);
  desk.say(words.auditRead(verified.rows, verified.lastSealed, verified.findings.length));
  return verified.findings.length === 0 ? 0 : 1;
}

async function write(desk: Desk, file: string | undefined): Promise<number> {
  const lines = exportAudit(desk.database());
  if (file === undefined) for await (const line of lines) process.stdout.write(line);
  else await pipeline(lines, createWriteStream(file, { mode: 0o600 }));
  return 0;
}

async function showKeys(desk: Desk): Promise<number> {
  const keys = await keysInChain(desk.database());
  for (const { seq, key, public: spki } of keys)
    desk.say(`${seq}\t${key}\n-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`);
  return keys.length > 0 ? 0 : 1;
}

async function rotate(desk: Desk): Promise<number> {
  const made = await rotateKey(desk.database(), folder(), desk.by);
  if ('missing' in made) {
    desk.complain(words.auditKeyElsewhere(made.missing, folder()));
    return 1;
  }
  desk.say(made.key);
  return 0;
}

async function erase(desk: Desk, row: string): Promise<number> {
  const erased = /^\d{1,15}$/.test(row) && (await eraseReason(desk.database(), desk.by, Number(row)));
  if (!erased) desk.complain(words.noReason(row));
  return erased ? 0 : 1;
}
