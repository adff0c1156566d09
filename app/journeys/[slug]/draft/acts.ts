'use server';

import { z } from 'zod';
import { brake } from '#drizzle/audit/brake.ts';
import { askToPublish } from '#drizzle/drafts/ask-to-publish.ts';
import { drillDraft } from '#drizzle/drafts/drill-draft.ts';
import { readDraft } from '#drizzle/drafts/read-draft.ts';
import { runningDrill } from '#drizzle/drafts/running-drill.ts';
import { type StandingRequest, standingRequest } from '#drizzle/drafts/standing-request.ts';
import { type RunProgress, runProgress } from '#drizzle/queries/run-progress.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { declineRequest } from '#drizzle/requests/decide-request.ts';
import type { Problem } from '#engine/problem.ts';
import { act } from '../../../act.ts';
import { database } from '../../../database.ts';
import { type Official, requireOfficial } from '../../../official.ts';
import { personOf } from '../../../person-of.ts';
import { pokeSoon } from '../../../temporal.ts';

export type AskAnswer = { standing: StandingRequest | null; problems: Problem[] };

const wish = z.strictObject({
  slug: z.string().max(63),
  version: z.int().min(1),
  note: z.string().max(2_000),
  ceiling: z
    .strictObject({
      perDay: z.int().min(1).max(100_000_000),
      inTotal: z.int().min(1).max(100_000_000),
      until: z.iso.datetime({ offset: true }),
    })
    .optional(),
});

/** Asks for the approval of a draft; what stands in the way comes back as problems. */
export const askForApproval = act('journey.ask', async (official, given: unknown): Promise<AskAnswer> => {
  const read = wish.safeParse(given);
  if (!read.success) return { standing: null, problems: [{ code: 'request-ceiling', severity: 'error' }] };
  const draft = await draftOf(official, read.data.slug);
  if (!draft)
    return {
      standing: null,
      problems: [{ code: 'no-such-journey', severity: 'error', params: { slug: read.data.slug } }],
    };
  await requireOfficial('journey.ask-to-publish', draft.unitId);
  const asked = await askToPublish(database(), {
    asker: { name: official.name, by: personOf(official) },
    journeyId: draft.journeyId,
    version: read.data.version,
    note: read.data.note.trim() || undefined,
    ceiling: read.data.ceiling,
  });
  return { standing: await standingOf(draft), problems: asked.ok ? asked.warnings : asked.problems };
});

/** Takes back what was asked for; the draft stays as it is. */
export const withdrawRequest = act('journey.withdraw', async (official, slug: string): Promise<AskAnswer> => {
  const draft = await draftOf(official, slug);
  const standing = draft && (await standingOf(draft));
  if (!draft || !standing) return { standing: null, problems: [] };
  const done = await declineRequest(database(), standing.id, { act: 'withdraw', by: personOf(official) });
  return { standing: await standingOf(draft), problems: done.ok ? [] : done.problems };
});

export type DrillAnswer = { run: RunProgress | null; problems: Problem[] };

/** Runs the draft as it is stored as a drill, begun at nine in the morning so that quiet hours do not hide its beginning. */
export const startDrill = act(
  'journey.drill',
  async (official, slug: string, minutes: number): Promise<DrillAnswer> => {
    const draft = await draftOf(official, slug);
    if (!draft) return { run: null, problems: [{ code: 'no-such-journey', severity: 'error', params: { slug } }] };
    await requireOfficial('run.drill', draft.unitId);
    const launched = await drillDraft(database(), {
      journeyId: draft.journeyId,
      withinMs: Math.min(60, Math.max(1, Number(minutes) || 3)) * 60_000,
      startsAt: new Date().setUTCHours(9, 0, 0, 0),
      who: { kind: 'official', id: official.id },
    });
    if (!launched.ok) return { run: null, problems: launched.problems };
    return { run: (await runProgress(database(), launched.runId)) ?? null, problems: [] };
  },
);

/** Stops the drill of the draft; whoever may begin one may end it. Nothing to stop is no problem. */
export const stopDrill = act('journey.stop-drill', async (official, slug: string): Promise<Problem[]> => {
  const draft = await draftOf(official, slug);
  if (!draft) return [{ code: 'no-such-journey', severity: 'error', params: { slug } }];
  const { unitId, journeyId } = draft;
  await requireOfficial('run.drill', unitId);
  const runId = await runningDrill(database(), journeyId);
  if (runId === undefined) return [];
  await brake(database(), 'stop', { runId, unitId, who: { kind: 'official', id: official.id } });
  const run = await whose(database(), 'run', runId);
  if (run) pokeSoon({ id: runId, lane: run.lane });
  return [];
});

async function draftOf({ grants }: Official, slug: string) {
  const units = [...new Set(grants.map(({ unitId }) => unitId))];
  const draft = await readDraft(database(), { slug, units });
  return draft && (await requireOfficial('journey.edit', draft.unitId)) && draft;
}

const standingOf = async ({ unitId, slug }: { unitId: string; slug: string }) =>
  (await standingRequest(database(), { unitId, slug })) ?? null;
