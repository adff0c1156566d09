import { canonicalJson } from '#engine/office/canonical-json.ts';
import type { Content } from '#engine/office/content.ts';
import type { JudgedRun } from './judged-run.ts';

/** Whether a run is another than the one that was signed: in whom, what it knows, when, how many or how urgently. */
export function runDiffers(run: JudgedRun, content: Content): boolean {
  const { audience, ceiling, clock, updates } = content;
  const at = (moment: string | null | undefined) => (moment ? Date.parse(moment) : null);
  const lived = {
    kind: run.kind,
    slug: run.slug,
    emergency: run.lane === 0,
    rule: run.audience,
    event: run.event,
    expiresAt: run.expiresAt,
    launchAt: run.launchAt,
    ceiling: [run.ceilingDay, run.ceilingTotal, run.closesAt],
    updates: run.updates,
    entryKey: run.entryKey,
  };
  const signed: typeof lived = {
    kind: content.what === 'publish' ? 'standing' : 'launched',
    slug: content.journey.slug,
    emergency: content.class === 'emergency',
    rule: audience?.rule ?? null,
    event: content.event,
    expiresAt: at(clock.until),
    launchAt: at(clock.from),
    ceiling: [ceiling?.perDay ?? null, ceiling?.inTotal ?? null, at(ceiling?.until)],
    updates: updates?.run ?? null,
    entryKey: updates?.inside ?? null,
  };
  return canonicalJson(lived) !== canonicalJson(signed);
}
