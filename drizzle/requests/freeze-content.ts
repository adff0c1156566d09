import { check } from '#engine/check.ts';
import { type Compiled, compile } from '#engine/compile.ts';
import { type FollowUpKind, type Journey, type Said } from '#engine/journey.ts';
import { checkContent } from '#engine/office/check-content.ts';
import type { Content } from '#engine/office/content.ts';
import { channelsOf, followUp } from '#engine/office/follow-up.ts';
import { journeyHash } from '#engine/office/journey-hash.ts';
import { toleranceOf } from '#engine/office/tolerance.ts';
import type { LaunchWish, PublishWish, Wish } from '#engine/office/wish.ts';
import type { Problem } from '#engine/problem.ts';
import { checkRule } from '#engine/rule/check-rule.ts';
import type { Queryable } from '../database.ts';
import { audienceCount } from '../queries/audience-count.ts';
import { catalogueOf } from '../queries/catalogue.ts';
import { accountsInForce } from './accounts-in-force.ts';
import { approvers } from './approvers.ts';
import { chainOf } from './chain-of.ts';
import { launchAudience } from './launch-audience.ts';
import { newestRevision, revisionCount } from './newest-revision.ts';
import { unitPolicy } from './unit-policy.ts';

/** What is asked, by whom, and the moment (epoch ms) at which it is frozen; `document` for publications. */
export type Asking = {
  requestId: string;
  unitId: string;
  wish: Wish;
  document?: Journey | undefined;
  author: Content['author'];
  writers: readonly string[];
  now: number;
};
export type Frozen = { ok: true; content: Content; warnings: Problem[] } | { ok: false; problems: Problem[] };

/**
 * Freezes what is asked for into the content that will be seen and signed: the newest revision with its texts, the people
 * counted now, the contracts in force. Refused with everything that stands in the way, in one list.
 */
export async function freezeContent(database: Queryable, asking: Asking): Promise<Frozen> {
  const { wish } = asking;
  return wish.what === 'launch' ? freezeLaunch(database, asking, wish) : freezePublication(database, asking, wish);
}

async function freezeLaunch(database: Queryable, asking: Asking, wish: LaunchWish): Promise<Frozen> {
  const { unitId, now } = asking;
  const found = await newestRevision(database, unitId, wish.slug);
  if (!found) return refused({ code: 'no-such-journey', path: ['slug'], params: { slug: wish.slug } });
  const { journey, n } = found;
  const rule = launchAudience(journey, wish.audience);
  if (rule === undefined) return refused({ code: 'no-launch-trigger', path: ['audience'] });
  const known = { attributes: await catalogueOf(database, unitId), variables: [], event: true };
  const wrong = checkRule(rule, known, ['audience']).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) return { ok: false, problems: wrong };
  const chain = wish.updates === undefined ? undefined : await chainOf(database, unitId, wish.updates);
  if (wish.updates !== undefined && !chain) return refused({ code: 'unknown-run', path: ['updates'] });
  const event = wish.event ?? null;
  const count = await audienceCount(database, { unitId, rule, now, event });
  const content: Content = {
    ...(await shared(database, asking, found, wish.followUps)),
    what: 'launch',
    journey: { slug: journey.slug, title: journey.title, revision: n, hash: journeyHash(found) },
    audience: { rule, count: count.total, tolerance: toleranceOf(journey.class) },
    ceiling: null,
    event,
    // Who is inside already hears it again only when there is something new to say.
    updates: chain ? { run: chain.rootId, inside: chain.saysTheSame(journey, event) ? chain.inside : null } : null,
    clock: { from: utc(wish.from), until: utc(wish.until) },
  };
  return judged(database, asking, journey, content, count.unreachable);
}

async function freezePublication(database: Queryable, asking: Asking, wish: PublishWish): Promise<Frozen> {
  const { unitId, document: journey } = asking;
  if (!journey) throw new Error('A publication is asked for with its document');
  const problems = check(journey, { catalogue: await catalogueOf(database, unitId) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors };
  const compiled = compile(journey);
  const standing = standsOpen(journey);
  if (standing && !wish.ceiling) return refused({ code: 'request-no-ceiling', path: ['ceiling'] });
  const n = 1 + (await revisionCount(database, unitId, journey.slug));
  const content: Content = {
    ...(await shared(database, asking, { journey, compiled }, undefined)),
    what: 'publish',
    journey: { slug: journey.slug, title: journey.title, revision: n, hash: journeyHash({ journey, compiled }) },
    audience: null,
    ceiling: standing && wish.ceiling ? { ...wish.ceiling, until: utc(wish.ceiling.until) ?? '' } : null,
    event: null,
    updates: null,
    clock: { from: null, until: null },
  };
  return judged(database, asking, journey, content, 0);
}

/** Whether publishing a journey opens it for whoever its triggers let in: it speaks, and nobody launches it. */
function standsOpen(journey: Journey): boolean {
  const launchable = journey.nodes.some(({ kind }) => kind === 'launch');
  const waits = journey.nodes.some(({ kind }) => ['event', 'cap-warning', 'schedule'].includes(kind));
  return waits && !launchable && channelsOf(journey).length > 0;
}

type Lived = { journey: Journey; compiled: Compiled };

async function shared(
  database: Queryable,
  { requestId, unitId, author, now, wish }: Asking,
  { journey }: Lived,
  instead: LaunchWish['followUps'],
) {
  const { summons } = await unitPolicy(database, unitId);
  const minutes = journey.class === 'emergency' ? summons.emergencyLapsesMinutes : summons.lapsesMinutes;
  const from = wish.what === 'launch' && wish.from !== undefined ? Date.parse(wish.from) + hour : 0;
  return {
    cauce: 1 as const,
    request: requestId,
    unit: unitId,
    class: journey.class,
    languages: journey.languages,
    texts: journey.texts,
    followUps: frozenFollowUps(journey, { ...journey.followUps, ...instead }),
    accounts: await accountsInForce(database, unitId, channelsOf(journey)),
    author,
    askedAt: new Date(now).toISOString(),
    lapsesAt: new Date(Math.max(from, now + minutes * 60_000)).toISOString(),
  };
}

const hour = 3_600_000;

function frozenFollowUps(
  journey: Journey,
  said: Partial<Record<FollowUpKind, Said | undefined>>,
): Content['followUps'] {
  const kinds = Object.entries(said) as [FollowUpKind, Said | undefined][]; // Object.entries forgets that keys are literal
  return Object.fromEntries(
    kinds.flatMap(([kind, words]) => {
      if (words === undefined) return [];
      const after = followUp(journey, kind, words);
      return [[kind, { said: words, hash: journeyHash({ journey: after, compiled: compile(after) }) }]];
    }),
  );
}

async function judged(
  database: Queryable,
  { unitId, writers, now }: Asking,
  journey: Journey,
  content: Content,
  unreachable: number,
): Promise<Frozen> {
  const spoken = new Set<string>(content.accounts.map(({ channel }) => channel));
  const silent = channelsOf(journey).filter((channel) => !spoken.has(channel));
  const problems = [
    ...silent.map((channel): Problem => ({ code: 'no-account', severity: 'error', params: { channel } })),
    ...checkContent(content, journey, { approvers: await approvers(database, unitId, writers), unreachable, now }),
  ];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors };
  return { ok: true, content, warnings: problems };
}

const utc = (moment: string | undefined): string | null =>
  moment === undefined ? null : new Date(moment).toISOString();

const refused = (problem: Omit<Problem, 'severity'>): Frozen => ({
  ok: false,
  problems: [{ severity: 'error', ...problem }],
});
