import { z } from 'zod';
import { type AuditAct, type AuditDetail, auditActs } from './audit-acts.ts';
import { canonicalJson } from './canonical-json.ts';

/** Who acts: an official, an API key (by their ids), a part of Cauce itself, or somebody at the command line of its host. */
export const actor = z.strictObject({
  kind: z.enum(['official', 'key', 'system', 'command']),
  id: z.string().regex(/^[\w][\w.:/-]{0,99}$/),
});
export type Actor = z.output<typeof actor>;

/** What an act is about, by kind and id. */
export const about = z.strictObject({
  kind: z.enum([
    'account',
    'attribute',
    'audience',
    'audit',
    'change',
    'citizen',
    'endpoint',
    'import',
    'journey',
    'key',
    'member',
    'official',
    'request',
    'run',
    'session',
    'setting',
    'task',
    'team-address',
    'unit',
    'webhook',
  ]),
  id: z.string().regex(/^[\w][\w.:/-]{0,99}$/),
});
export type About = z.output<typeof about>;

/** One act as it is told: `unitId` null when it concerns the whole installation. */
export type AuditEntry<A extends AuditAct = AuditAct> = {
  who: Actor;
  unitId: string | null;
  act: A;
  about: About;
  detail?: AuditDetail<A> | undefined;
};

const shell = z.strictObject({
  who: actor,
  unit: z.uuid().nullable(),
  about,
  reason: z.string().length(64).optional(),
});

/**
 * An act as the canonical JSON that enters the chain. Throws on an act or a detail that is not on the list of audit-acts:
 * what may stand in a record that nobody can erase is decided there, never where the act happens.
 */
export function writeEntry<A extends AuditAct>(entry: AuditEntry<A>, reason?: string): string {
  const { who, unitId, about: what, act, detail } = entry;
  const told = auditActs[act].parse(detail ?? {});
  const empty = Object.values(told).every((value) => value === undefined);
  return canonicalJson({
    act,
    ...shell.parse({ who, unit: unitId, about: what, reason }),
    ...(!empty && { detail: told }),
  });
}
