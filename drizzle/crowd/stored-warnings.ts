import type { CapAlert } from '#engine/cap/cap-alert.ts';
import type { StoredAlert } from '#engine/cap/chain.ts';
import type { Transaction } from '../database.ts';

/**
 * The messages held that may belong to an alert's chain: those of warnings that share a sender's identifier with it or with
 * one of its references, and those that refer to it.
 */
export async function storedWarnings(
  tx: Transaction,
  { unitId, mode, alert }: { unitId: string; mode: 'live' | 'drill'; alert: CapAlert },
): Promise<StoredAlert[]> {
  const named = [alert, ...alert.references].map(({ identifier }) => identifier);
  const { rows } = await tx.query<StoredAlert>(
    `select sender, identifier, cauce_ms(sent)::float8 as sent, document ->> 'status' as status, warning_key as warning,
            coalesce((select jsonb_agg(jsonb_build_object('sender', told ->> 'sender', 'identifier', told ->> 'identifier',
                                                          'sent', (told -> 'sent' ->> 'at')::float8))
                      from jsonb_array_elements(document -> 'references') as told), '[]') as references
     from warning
     where unit_id = $1 and mode = $2 and warning_key in (
       select warning_key from warning w
       where w.unit_id = $1 and w.mode = $2 and (w.identifier = any($3) or exists (
         select from jsonb_array_elements(w.document -> 'references') as told where told ->> 'identifier' = any($3))))`,
    [unitId, mode, named],
  );
  return rows;
}

/** Keeps an alert once; what is held already stays. */
export async function keepWarning(
  tx: Transaction,
  kept: { unitId: string; mode: 'live' | 'drill'; alert: StoredAlert; document: CapAlert; verdict: string },
): Promise<void> {
  const { sender, identifier, sent, warning } = kept.alert;
  await tx.query(
    `insert into warning (unit_id, mode, sender, identifier, sent, warning_key, document, verdict)
     values ($1, $2, $3, $4, cauce_at($5), $6, $7, $8) on conflict do nothing`,
    [kept.unitId, kept.mode, sender, identifier, sent, warning, JSON.stringify(kept.document), kept.verdict],
  );
}
