import { Temporal } from 'temporal-polyfill';
import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import { nodeOf } from '../state-name.ts';
import { replay } from '../walk/replay.ts';
import type { SavedWalk } from '../walk/saved-walk.ts';
import type { Walk } from '../walk/walk-type.ts';
import type { Subject } from './subject.ts';

/** The journey's own tests: saved walks that end otherwise now, or on whose way other messages are sent. */
export function checkWalks({ journey, compiled }: Subject): Problem[] {
  return (journey.walks ?? []).flatMap((saved, i) => {
    const path = ['walks', i];
    const trigger = journey.nodes.find(({ id }) => id === saved.trigger);
    if (!trigger || !kindOf(trigger.kind)?.entry)
      return [{ code: 'walk-without-trigger', severity: 'error', path, params: { title: saved.title } }];
    const walk = replay(journey, { ...saved, starts: Temporal.Instant.from(saved.starts).epochMilliseconds, compiled });
    return differs(saved, walk).map((problem): Problem => ({ ...problem, path }));
  });
}

function differs({ title, ends }: SavedWalk, walk: Walk): Problem[] {
  const at = nodeOf(walk.state);
  if (walk.problem) return [{ code: 'walk-stuck', severity: 'error', node: at, params: { title } }];
  const expected = ends.outcome ?? 'inside';
  const found = walk.outcome ?? 'inside';
  if (expected !== found)
    return [{ code: 'walk-ends-otherwise', severity: 'error', params: { title, expected, found } }];
  if (ends.outcome === null && ends.at !== undefined && ends.at !== at)
    return [{ code: 'walk-stands-elsewhere', severity: 'error', node: at, params: { title } }];
  return ends.receives === undefined ? [] : compareMessages(title, ends.receives, walk);
}

function compareMessages(title: string, expected: { node: string; channel: string }[], walk: Walk): Problem[] {
  const received = walk.messages;
  const at = expected.findIndex(
    ({ node, channel }, i) => received[i]?.node !== node || received[i]?.channel !== channel,
  );
  if (at < 0 && received.length === expected.length) return [];
  const first = received[at < 0 ? expected.length : at] ?? expected[at];
  const params = { title, expected: expected.length, found: received.length };
  return [{ code: 'walk-receives-otherwise', severity: 'error', ...(first && { node: first.node }), params }];
}
