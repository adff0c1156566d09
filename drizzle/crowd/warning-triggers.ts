import { areaOf, type CapAlert, type CapInfo } from '#engine/cap/cap-alert.ts';
import { textsOf } from '#engine/cap/texts-of.ts';
import { parseConfig } from '#engine/node-config.ts';
import { severities } from '#engine/nodes/cap-warning/cap-warning.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Transaction } from '../database.ts';
import type { StandingRun } from './enter-citizens.ts';
import { planOf } from './plan.ts';

export type WarningTrigger = { node: string; severity: (typeof severities)[number]; events: string[]; audience?: Rule };
/** A standing run that waits for warnings; `now` is its own clock, epoch ms. */
export type WaitingRun = StandingRun & { unitId: string; slug: string; now: number; triggers: WarningTrigger[] };

/** The standing runs of a unit and mode whose journeys let citizens in by a warning. */
export async function waitingRuns(
  tx: Transaction,
  { unitId, mode }: { unitId: string; mode: 'live' | 'drill' },
): Promise<WaitingRun[]> {
  const { rows } = await tx.query<Omit<WaitingRun, 'triggers'> & { revisionId: string }>(
    `select r.id, r.unit_id as "unitId", r.journey_id as "journeyId", r.mode, r.lane, r.revision_id as "revisionId", j.slug,
            cauce_ms(cauce_now(r.clock_at))::float8 as now
     from run r join journey j on j.id = r.journey_id
     where r.unit_id = $1 and r.mode = $2 and r.kind = 'standing' and r.status = 'open' order by r.id`,
    [unitId, mode],
  );
  const waiting: WaitingRun[] = [];
  for (const { revisionId, ...run } of rows) {
    const { journey } = await planOf(tx, revisionId);
    const triggers = journey.nodes.flatMap((node) => {
      const config = node.kind === 'cap-warning' ? parseConfig(kindOf(node.kind)!, node) : undefined;
      return config?.ok ? [{ node: node.id, ...(config.config as Omit<WarningTrigger, 'node'>) }] : [];
    });
    if (triggers.length > 0) waiting.push({ ...run, triggers });
  }
  return waiting;
}

/**
 * The info blocks of an alert that a trigger waits for, in every language: severe enough, and of one of its events, which
 * are compared as text with event codes, categories and the event's name. A block without a known severity is none.
 */
export function matching(alert: CapAlert, { severity, events }: WarningTrigger): CapInfo[] {
  const wanted = new Set(events.map(folded));
  return textsOf(alert).flatMap(({ languages }) => {
    const blocks = Object.values(languages).flat();
    const named = blocks.flatMap(({ eventCode, category, event }) => [
      ...eventCode.map(({ value }) => value),
      ...category,
      event,
    ]);
    const counts = wanted.size === 0 || named.some((name) => wanted.has(folded(name)));
    return counts ? blocks.filter((block) => rank(block.severity) >= rank(severity)) : [];
  });
}

/** What journeys read as `event.…`: the first block's facts (Spanish before others), the area, and the texts by language. */
export function warningEvent(alert: CapAlert, info: readonly CapInfo[], warning: string): Record<string, unknown> {
  const main = info.find(({ language }) => language.toLowerCase().startsWith('es')) ?? info[0]!;
  const facts = factsOf(main);
  return {
    type: 'cap.warning',
    ...facts,
    area: areaOf({ ...alert, info: [...info] }).area,
    warning: {
      key: warning,
      identifier: alert.identifier,
      sender: alert.sender,
      sent: alert.sent.text,
      status: alert.status,
      ...facts,
    },
    texts: Object.fromEntries(info.toReversed().map((block) => [block.language, textsIn(block)])),
  };
}

const factsOf = (info: CapInfo) => ({
  severity: info.severity,
  urgency: info.urgency,
  certainty: info.certainty,
  category: info.category,
  onset: info.onset?.text,
  expires: info.expires?.text,
  senderName: info.senderName,
  ...textsIn(info),
});

const textsIn = ({ event, headline, description, instruction, area }: CapInfo) => ({
  event,
  headline,
  description,
  instruction,
  areaDesc: [...new Set(area.map(({ areaDesc }) => areaDesc))].join(', '),
});

const folded = (name: string) => name.trim().toLowerCase();
const rank = (severity: string) => (severities as readonly string[]).indexOf(severity);
