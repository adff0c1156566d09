import { randomBytes } from 'node:crypto';
import type { Actor } from '#engine/office/audit-entry.ts';
import { audited } from '../audit/audited.ts';
import type { Database } from '../database.ts';

/** What an official decides about a webhook. */
export type WebhookWish = {
  name: string;
  url: string;
  events: readonly string[];
  hears: 'live' | 'drill';
  citizenRefs: boolean;
};
/** Which webhook, and whose. */
export type Own = { id: string; unitId: string };

/** How long the secret before signs beside the newest. */
const overlapDays = 7;

/** Makes a webhook; its secret is answered, and may be seen again by whoever manages webhooks only by replacing it. */
export function createWebhook(
  database: Database,
  who: Actor,
  { unitId, reach, ...wish }: WebhookWish & { unitId: string; reach: 'live' | 'sandbox' },
): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  return audited(
    database,
    async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `insert into webhook (unit_id, name, url, reach, hears, events, citizen_refs, secret)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [unitId, wish.name, wish.url, reach, wish.hears, wish.events, wish.citizenRefs, secret],
      );
      return { id: rows[0]!.id, secret };
    },
    ({ id }) => ({
      who,
      unitId,
      act: 'webhook.created',
      about: { kind: 'webhook', id },
      detail: { events: [...wish.events] },
    }),
  );
}

/** Changes what a webhook hears and where it is told. False when there is no such webhook. */
export function changeWebhook(
  database: Database,
  who: Actor,
  { id, unitId }: Own,
  wish: WebhookWish,
): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update webhook set name = $3, url = $4, events = $5, hears = $6, citizen_refs = $7 where id = $1 and unit_id = $2`,
        [id, unitId, wish.name, wish.url, wish.events, wish.hears, wish.citizenRefs],
      );
      return rowCount === 1;
    },
    (changed) =>
      changed && {
        who,
        unitId,
        act: 'webhook.changed',
        about: { kind: 'webhook', id },
        detail: { fields: Object.keys(wish) },
      },
  );
}

/** Gives a webhook a new secret; for a week both sign. Undefined when there is no such webhook. */
export function rotateWebhookSecret(database: Database, who: Actor, { id, unitId }: Own): Promise<string | undefined> {
  const secret = newSecret();
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update webhook set old_secret = secret, old_secret_ends_at = now() + make_interval(days => $4), secret = $3
         where id = $1 and unit_id = $2`,
        [id, unitId, secret, overlapDays],
      );
      return rowCount === 1 ? secret : undefined;
    },
    (made) => made !== undefined && { who, unitId, act: 'webhook.rotated', about: { kind: 'webhook', id } },
  );
}

/** Lets only the newest secret sign from now on. */
export function endOldWebhookSecret(database: Database, who: Actor, { id, unitId }: Own): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update webhook set old_secret = null, old_secret_ends_at = null where id = $1 and unit_id = $2 and old_secret is not null`,
        [id, unitId],
      );
      return rowCount === 1;
    },
    (ended) => ended && { who, unitId, act: 'webhook.old-secret-ended', about: { kind: 'webhook', id } },
  );
}

/** Switches a webhook off, or on again: what waited goes on, what happened meanwhile was not written down for it. */
export function switchWebhook(database: Database, who: Actor, { id, unitId }: Own, on: boolean): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update webhook set status = $3, disabled_why = $4, failing_since = null where id = $1 and unit_id = $2 and status <> $3`,
        [id, unitId, on ? 'active' : 'disabled', on ? null : 'official'],
      );
      return rowCount === 1;
    },
    (switched) =>
      switched && { who, unitId, act: on ? 'webhook.enabled' : 'webhook.disabled', about: { kind: 'webhook', id } },
  );
}

/** Deletes a webhook with all that waited for it. */
export function deleteWebhook(database: Database, who: Actor, { id, unitId }: Own): Promise<boolean> {
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query('delete from webhook where id = $1 and unit_id = $2', [id, unitId]);
      return rowCount === 1;
    },
    (gone) => gone && { who, unitId, act: 'webhook.deleted', about: { kind: 'webhook', id } },
  );
}

/** As Standard Webhooks writes them: `whsec_` and 32 random bytes in base64. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
