import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClaimedMessage, claim } from '#drizzle/crowd/claim.ts';
import { advanceAll, enrolAll, revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { textsOf } from './texts.ts';

// What people are called, and what events say of them, comes from elsewhere: in a text it is words and nothing else.
let place: TestDatabase;
let unitId: string;
beforeAll(async () => {
  place = await testDatabase();
  ({ unitId } = await settle(place.database, 1));
});
afterAll(() => place.close());

async function written(slug: string, body: string, event: Record<string, unknown>, channel = 'sms'): Promise<string> {
  await revise(place.database, unitId, {
    cauce: 1,
    slug,
    title: 'x',
    nodes: [
      { id: 'go', kind: 'launch', config: { audience: { all: [] } } },
      { id: 'tell', kind: 'notify', config: { rungs: [{ id: channel, channel }] } },
      { id: 'out', kind: 'end', config: { outcome: 'reached' } },
    ],
    edges: [
      { from: 'go', port: 'start', to: 'tell' },
      { from: 'tell', port: 'reached', to: 'out' },
      { from: 'tell', port: 'nobody', to: 'out' },
    ],
    texts: { es: { tell: { [channel]: channel === 'email' ? { subject: 'x', body } : { body } } } },
  });
  // Live: a drill's copies keep no more of a name than its initials.
  const { partitions, runId } = await enrolAll(place.database, { unitId, slug, mode: 'live', event });
  await advanceAll(place.database, partitions);
  const { rows } = await place.database.query<{ id: number }>(
    'select account_id as id from message where run_id = $1',
    [runId],
  );
  const claimed = await claim(place.database, rows[0]!.id, {
    limit: 10,
    channel,
    accountMode: 'sandbox',
    factsOf: (plan) => textsOf(plan, channel).facts,
  });
  const message = claimed!.messages[0] as ClaimedMessage;
  const text = textsOf(claimed!.plan, channel).write(message);
  return text.ok ? text.body : `refused: ${text.reason}`;
}

test('a name that is a template is not filled in, with slots or with full Liquid: its braces are no braces any more', async () => {
  await place.database.query(`update citizen set given_name = '{{ citizen.mobile }}{% if true %}x{% endif %}'`);
  for (const [slug, body] of [
    ['liquid-a', 'Hola, {{ citizen.givenName }}'],
    ['liquid-b', '{% if citizen.givenName %}Hola, {{ citizen.givenName }}{% endif %}'],
  ] as const) {
    const text = await written(slug, body, {});
    expect(text).toMatch(/^Hola, \(\(.*mobile.*\(% if true %\)x/);
    expect(text).not.toContain('+34');
  }
});

test('what an event says cannot become everybody’s', async () => {
  const event = JSON.parse(
    '{"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}',
  ) as Record<string, unknown>;
  await written('pollute-a', 'x {{ event.__proto__.polluted }}', event);
  await written('pollute-b', 'x {{ event.constructor.prototype.polluted }}', event);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
