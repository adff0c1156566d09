import { isGreen } from '#engine/cap/aemet.ts';
import { areaOf, type CapAlert } from '#engine/cap/cap-alert.ts';
import { type Resolution, resolveChain, storedAlert } from '#engine/cap/chain.ts';
import { callsOff, expiresAt, isForCitizens } from '#engine/cap/standing.ts';
import type { Problem } from '#engine/problem.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { enterCitizens } from './enter-citizens.ts';
import { ruleSql } from './rule-sql.ts';
import { keepWarning, storedWarnings } from './stored-warnings.ts';
import { type News, type Told, tellInside } from './tell-inside.ts';
import { matching, type WaitingRun, waitingRuns, warningEvent } from './warning-triggers.ts';

/** What became of a warning: its key, what it is to those held before, who entered where, and what to know about it. */
export type WarningReceived = {
  warning: string;
  /** As `Resolution`; `silent`: not for citizens; `discarded`: says that there is no warning; `expired`: over on every clock. */
  verdict: Resolution['kind'] | 'silent' | 'discarded' | 'expired';
  entered: { run: string; journey: string; n: number }[];
  /** Who was inside already and hears that it changed, or is over. */
  told: Told[];
  notes: Problem[];
};
export type Warned = { ok: true; received: WarningReceived } | { ok: false; problems: Problem[] };

/**
 * Takes a CAP alert in: kept once, placed in its chain, and every standing run of this unit and mode that waits for such a
 * warning lets in the citizens inside its area who match. An entry key per warning makes repeating harmless and lets an
 * Update with a larger area in only who is newly inside; those already inside hear of an Update, a Cancel or an end said
 * otherwise. Expired on every clock concerned, it is refused and not kept.
 * Exercises and tests are for drills only.
 */
export async function receiveWarning(
  database: Database,
  { unitId, mode, alert }: { unitId: string; mode: 'live' | 'drill'; alert: CapAlert },
): Promise<Warned> {
  return transaction(database, async (tx) => {
    // One at a time per unit: what a message is depends on which others are held.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('warning/' || $1, 0))`, [unitId]);
    const stored = await storedWarnings(tx, { unitId, mode, alert });
    const { kind, warning } = resolveChain(stored, alert);
    if (kind === 'ambiguous')
      return refused({ code: 'cap-reference-ambiguous', severity: 'error', path: ['references'] });
    const received = (
      verdict: WarningReceived['verdict'],
      notes: Problem[] = [],
      entered: WarningReceived['entered'] = [],
      told: Told[] = [],
    ) => ({ ok: true, received: { warning, verdict, entered, told, notes } }) as const;
    // AEMET never cancels: a warning that is held is over when it turns green.
    const ends = callsOff(alert) || (kind === 'update' && isGreen(alert));
    if (isGreen(alert) && !ends) return received('discarded', [{ code: 'cap-green', severity: 'warning' }]);
    const runs = await waitingRuns(tx, { unitId, mode });
    const expires = expiresAt(alert);
    const now = (await tx.query<{ now: number }>('select cauce_ms(clock_timestamp())::float8 as now')).rows[0]!.now;
    const over = [now, ...runs.map((run) => run.now)].every((clock) => clock >= expires);
    // What calls a warning off may well be over by itself; it is kept all the same.
    if (over && !ends && kind !== 'reply')
      return refused({
        code: 'cap-expired',
        severity: 'error',
        path: ['info', 'expires'],
        params: { expires: alert.info.find((info) => info.expires?.at === expires)?.expires?.text ?? '' },
      });
    const verdict = ends && kind === 'update' ? 'cancel' : kind;
    await keepWarning(tx, { unitId, mode, alert: storedAlert(alert, warning), document: alert, verdict });
    const notes: Problem[] = [];
    if (kind === 'orphan' && !ends) notes.push({ code: 'cap-orphan', severity: 'warning', path: ['references'] });
    const told =
      (kind === 'update' || kind === 'cancel') && mayEnter(alert, mode)
        ? await tellInside(tx, { unitId, mode, warning, news: newsOf(alert, warning, ends ? 'all-clear' : 'update') })
        : [];
    if (kind === 'reply' || kind === 'older' || ends) return received(verdict, notes, [], told);
    const newerHeld = stored.some(
      (held) => held.warning === warning && held.status === alert.status && held.sent > alert.sent.at,
    );
    if (kind === 'duplicate' && newerHeld) return received(kind, notes);
    if (!mayEnter(alert, mode))
      return received('silent', [
        ...notes,
        { code: 'cap-not-for-citizens', severity: 'warning', params: { status: alert.status, scope: alert.scope } },
      ]);
    notes.push(...geocodeNotes(alert));
    const entered: WarningReceived['entered'] = [];
    for (const run of runs.filter((waiting) => waiting.now < expires)) {
      const n = await enter(tx, run, alert, warning);
      entered.push({ run: run.id, journey: run.slug, n });
    }
    if (entered.length === 0) notes.push({ code: 'cap-nobody-waits', severity: 'warning' });
    return received(kind, notes, entered, told);
  });
}

/** Real life hears Actual and Public only; a drill may also be played an exercise or a test. */
function mayEnter(alert: CapAlert, mode: 'live' | 'drill'): boolean {
  if (isForCitizens(alert)) return true;
  return mode === 'drill' && alert.scope === 'Public' && (alert.status === 'Exercise' || alert.status === 'Test');
}

/** A Cancel may say nothing but that it is one. */
function newsOf(alert: CapAlert, warning: string, kind: News['kind']): News {
  const { identifier, sender, sent, status } = alert;
  if (alert.info.length > 0) return { ...warningEvent(alert, alert.info, warning), kind };
  return { kind, warning: { key: warning, identifier, sender, sent: sent.text, status } };
}

async function enter(tx: Transaction, run: WaitingRun, alert: CapAlert, warning: string): Promise<number> {
  let n = 0;
  for (const trigger of run.triggers) {
    const info = matching(alert, trigger);
    if (info.length === 0) continue;
    const event = warningEvent(alert, info, warning);
    const parameters: unknown[] = [JSON.stringify(event), `warning:${warning}`, run.unitId, run.id];
    const scope = {
      citizen: 'c',
      sharedEvent: '$1::jsonb',
      now: '(select cauce_now(clock_at) from run where id = $4)',
      parameters,
    };
    const inside = ruleSql({ fact: 'citizen.place', is: 'inside-area-of-event' }, scope);
    const audience = trigger.audience ? ruleSql(trigger.audience, scope) : 'true';
    n += await enterCitizens(tx, run, trigger.node, {
      sql: `select c.id as citizen_id, $2::text as entry_key, $1::jsonb as event from citizen c
            where c.unit_id = $3::uuid and $4::uuid is not null and not c.deceased and ${inside} and ${audience}`,
      parameters,
    });
  }
  return n;
}

/** Codes of areas that no table of ours knows are shown, never dropped in silence. */
function geocodeNotes(alert: CapAlert): Problem[] {
  return areaOf(alert).unknownGeocodes.map(({ valueName, value }) => ({
    code: 'cap-geocode-unknown',
    severity: 'warning',
    path: ['info', 'area', 'geocode'],
    params: { name: valueName, value },
  }));
}

const refused = (problem: Problem): Warned => ({ ok: false, problems: [problem] });
