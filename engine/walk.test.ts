import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { journeyArbitrary } from './journey.arbitrary.ts';
import { type Journey, parse } from './journey.ts';
import { evacuation, fixtures, grant, heatWave } from './journeys.fixture.ts';
import type { CitizenFacts, Person } from './person.ts';
import { startWalk, walkOn, walkUntil } from './walk.ts';
import type { Happening } from './walk/happen.ts';
import type { Walk } from './walk/walk-type.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Wednesday, ten in the morning in Madrid. */
const start = Date.parse('2026-03-04T09:00:00Z');

const ana: CitizenFacts = {
  givenName: 'Ana',
  language: 'es',
  municipality: '28079',
  zone: 'Europe/Madrid',
  mobile: '+34260000001',
  email: 'ana@ejemplo.invalid',
  consents: [],
  blocked: [],
  needs: ['comedor'],
  attributes: { plazoBeca: '2026-09-30', ingresos: 12_000 },
};
const person = (facts: CitizenFacts = {}): Person => ({ id: '1', citizen: { ...ana, ...facts } });

function read(json: unknown): Journey {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}
const enter = (json: unknown, facts: CitizenFacts = {}, more: Partial<Parameters<typeof startWalk>[0]> = {}) =>
  startWalk({ journey: read(json), trigger: 'n1', person: person(facts), now: start, ...more });
const receipt = (
  node: string,
  rung: string,
  status: 'delivered' | 'failed' | 'accepted',
  visit?: number,
): Happening => ({
  type: 'receipt',
  node,
  rung,
  status,
  ...(visit === undefined ? {} : { visit }),
});

/** n2 and n3 are ladders, n4 a branch, n5 a third ladder; n9 nobody was reached, n8 somebody was. */
const ladders = {
  ...grant,
  variables: [],
  stops: [],
  nodes: [
    { id: 'n1', kind: 'launch' },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'sms', channel: 'sms', answer: { hours: 1 } },
          { id: 'push', channel: 'push' },
        ],
      },
    },
    {
      id: 'n3',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'voice', channel: 'voice', answer: { hours: 1 } },
          { id: 'letter', channel: 'letter' },
        ],
      },
    },
    {
      id: 'n4',
      kind: 'branch',
      config: { paths: [{ id: 'alone', rule: { fact: 'citizen.livesAlone', is: 'equals', value: true } }] },
    },
    { id: 'n5', kind: 'notify', config: { rungs: [{ id: 'email', channel: 'email', answer: { hours: 1 } }] } },
    { id: 'n8', kind: 'end', config: { outcome: 'reached' } },
    { id: 'n9', kind: 'end', config: { outcome: 'nobody' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'reached', to: 'n8' },
    { from: 'n2', port: 'nobody', to: 'n3' },
    { from: 'n3', port: 'reached', to: 'n8' },
    { from: 'n3', port: 'nobody', to: 'n4' },
    { from: 'n4', port: 'alone', to: 'n5' },
    { from: 'n4', port: 'otherwise', to: 'n9' },
    { from: 'n5', port: 'reached', to: 'n8' },
    { from: 'n5', port: 'nobody', to: 'n9' },
  ],
  texts: {
    es: Object.fromEntries(
      ['n2', 'n3', 'n5'].map((node) => [
        node,
        Object.fromEntries(['sms', 'push', 'voice', 'letter', 'email'].map((channel) => [channel, { body: 'Hola' }])),
      ]),
    ),
  },
};

test('two ladders and a branch in a row are passed at once from enrolment when no channel is left', () => {
  const nobody = enter(ladders, { mobile: null, email: null });
  expect(nobody).toMatchObject({ status: 'finished', outcome: 'nobody' });
  expect(nobody.log).toHaveLength(1);
  expect(enter(ladders, { mobile: null, livesAlone: true })).toMatchObject({ state: 'n5.email' });
});

test('two ladders and a branch in a row are passed at once from a receipt, and from a time limit', () => {
  const inFirst = enter(ladders, { livesAlone: true, blocked: ['voice'] });
  expect(inFirst.state).toBe('n2.sms');
  for (const later of [walkOn(inFirst, receipt('n2', 'sms', 'failed')), walkUntil(inFirst, start + hour)]) {
    expect(later.state).toBe('n5.email');
    expect(later.messages.map(({ rung }) => rung)).toEqual(['sms', 'email']);
    expect(later.visits).toEqual({ n2: 1, n3: 1, n5: 1 });
  }
  expect(walkUntil(inFirst, start + hour - 1).state).toBe('n2.sms');
});

test('three parallel rungs with different limits: each leaves in its own time, one answer ends them all', () => {
  const parallel = {
    ...ladders,
    nodes: [
      ladders.nodes[0],
      {
        id: 'n2',
        kind: 'notify',
        config: {
          order: 'parallel',
          rungs: [
            { id: 'sms', channel: 'sms', answer: { minutes: 10 } },
            { id: 'voice', channel: 'voice', answer: { minutes: 20 } },
            { id: 'email', channel: 'email', answer: { minutes: 30 } },
          ],
        },
      },
      ...ladders.nodes.slice(2),
    ],
  };
  const all = enter(parallel);
  expect(all.state).toBe('n2(email.out,sms.out,voice.out)');
  const two = walkUntil(all, start + 15 * minute);
  expect(two.state).toBe('n2(email.out,sms.left,voice.out)');
  const one = walkUntil(two, start + 25 * minute);
  expect(one.state).toBe('n2(email.out,sms.left,voice.left)');
  expect(walkOn(one, receipt('n2', 'email', 'delivered'))).toMatchObject({ outcome: 'reached', timers: {} });
  // Of a rung already left: delivered still counts, failed moves nobody.
  expect(walkOn(one, receipt('n2', 'sms', 'delivered'))).toMatchObject({ outcome: 'reached' });
  expect(walkOn(one, receipt('n2', 'sms', 'failed')).state).toBe(one.state);
  expect(walkUntil(one, start + 30 * minute).state).toBe('n3.voice');
});

test.each([
  ['before the ladder is over', (walk: Walk) => walkOn(walkOn(walk, filed()), receipt('n2', 'email', 'delivered'))],
  ['while it is waited for', (walk: Walk) => walkOn(walkOn(walk, receipt('n2', 'email', 'delivered')), filed())],
])('an event is heard %s', (_, live) => {
  expect(live(enter(waiting)).state).toBe('n7.waiting');
});

test('an event after its time limit moves nobody', () => {
  const late = walkUntil(walkOn(enter(waiting), receipt('n2', 'email', 'delivered')), start + 20 * day);
  expect(late.state).toBe('n6');
  expect(walkOn(late, filed()).state).toBe('n6');
});

test('an event that does not fit its rule, or arrived before a wait that looks forward only, is waited for again', () => {
  const strict = waitFor({ rule: { fact: 'event.complete', is: 'equals', value: true } });
  const there = walkOn(walkOn(enter(strict), filed()), receipt('n2', 'email', 'delivered'));
  expect(there.state).toBe('n3.waiting');
  expect(walkOn(there, filed({ complete: false })).state).toBe('n3.waiting');
  expect(walkOn(there, filed({ complete: true })).state).toBe('n7.waiting');
  const early = walkOn(walkOn(enter(waitFor({ since: 'node' })), filed()), receipt('n2', 'email', 'delivered'));
  expect(early.state).toBe('n3');
  expect(walkOn(early, filed()).state).toBe('n7.waiting');
});

const filed = (data: Record<string, unknown> = {}): Happening => ({ type: 'event', event: 'beca.presentada', data });
function waitFor(config: Record<string, unknown>) {
  const nodes = grant.nodes.map((node) =>
    node.id === 'n3' ? { ...node, config: { ...node.config, ...config } } : node,
  );
  return { ...grant, nodes };
}
const waiting = waitFor({});

test('a receipt of an earlier visit moves nobody, and its message still rises', () => {
  // Reached, nothing filed, on to the date, ten working days, and round to the same ladder.
  const first = walkOn(enter(grant, { attributes: { plazoBeca: '2026-03-10' } }), receipt('n2', 'email', 'delivered'));
  const second = walkUntil(first, start + 37 * day);
  expect(second).toMatchObject({ state: 'n2.email', visits: { n2: 2 }, vars: { avisos: 1 } });
  const stale = walkOn(second, receipt('n2', 'email', 'failed', 1));
  expect(stale.state).toBe('n2.email');
  expect(
    walkOn(second, { type: 'receipt', node: 'n2', rung: 'email', status: 'read', visit: 1 }).messages[0],
  ).toMatchObject({ visit: 1, status: 'read' });
  expect(stale.log).toHaveLength(second.log.length);
  expect(walkOn(second, receipt('n2', 'email', 'failed', 2)).state).toBe('n2.sms');
});

test('an answer is kept in its variable before the journey goes on, whatever falls due meanwhile', () => {
  const asked = enter(evacuation, { landline: '+34290000001' });
  expect(asked.state).toBe('n2.open.asking(carer.left,sms.out,voice.out)');
  const answered = walkOn(asked, { type: 'reply', text: ' ¡SOCÓRRO! ' }, start + 5 * minute);
  expect(answered).toMatchObject({ state: 'n2.kept_help', vars: { respuesta: 'help' } });
  const helped = walkUntil(answered, start + 10 * minute);
  expect(helped).toMatchObject({ state: 'n3', tasks: [{ skill: 'emergencias', status: 'open' }] });
  expect(walkOn(helped, { type: 'task', node: 'n3', outcome: 'safe' })).toMatchObject({
    outcome: 'safe',
    tasks: [{ status: 'done' }],
  });
});

test('delivered means that no other rung is needed; unanswered and misunderstood go their own ways', () => {
  const asked = enter(heatWave, { landline: '+34290000001' });
  const there = walkUntil(asked, start);
  expect(there.state).toBe('n3.open.asking.voice');
  const delivered = walkOn(there, receipt('n3', 'voice', 'delivered'));
  expect(delivered.state).toBe('n3.open.asked');
  expect(walkUntil(delivered, start + 3 * hour).messages).toHaveLength(1);
  expect(walkUntil(delivered, start + 4 * hour).state).toMatch(/^n[56]$/);
  expect(walkOn(delivered, { type: 'reply', text: 'quizá mañana' }).state).toBe('n5');
  expect(walkOn(delivered, { type: 'reply', text: '1' }).state).toBe('n8.voice');
});

test('a stop rule that becomes true by an attribute ends the walk; the text was in the person’s language', () => {
  const walk = enter(grant, { language: 'ca' });
  expect(walk.messages[0]).toMatchObject({
    language: 'ca',
    text: { subject: 'Aviso', body: expect.stringContaining('30 de setembre') },
  });
  expect(walkOn(walk, { type: 'attributes', changed: { ingresos: 3 } }).status).toBe('active');
  expect(walkOn(walk, { type: 'attributes', changed: { becaComedor: true } })).toMatchObject({
    status: 'stopped',
    outcome: 'filed',
  });
  expect(walkOn(walk, { type: 'attributes', changed: { deceased: true } })).toMatchObject({
    status: 'stopped',
    outcome: 'deceased',
  });
});

test('a wait until a date follows the date; without one the person waits in attention, where stop rules still apply', () => {
  const waits = walkUntil(walkOn(enter(grant), receipt('n2', 'email', 'delivered')), start + 21 * day);
  expect(waits).toMatchObject({ state: 'n6', timers: { 'n6.wait': Date.parse('2026-09-20T07:00:00Z') } });
  const moved = walkOn(waits, { type: 'attributes', changed: { plazoBeca: '2026-08-15' } });
  expect(moved.timers['n6.wait']).toBe(Date.parse('2026-08-05T07:00:00Z'));
  const lost = walkOn(waits, { type: 'attributes', changed: { plazoBeca: null } });
  expect(lost).toMatchObject({ status: 'attention', problem: { code: 'no-date' } });
  expect(walkUntil(lost, start + 400 * day).state).toBe('n6');
  expect(walkOn(lost, { type: 'attributes', changed: { becaComedor: true } }).status).toBe('stopped');
});

test('a rule that changes with the date is asked again every day', () => {
  const overdue = {
    ...grant,
    stops: [
      {
        id: 'over',
        title: 'Plazo',
        rule: { fact: 'citizen.plazoBeca', is: 'before', value: 'today' },
        outcome: 'over',
      },
    ],
  };
  const walk = walkOn(enter(overdue, { attributes: { plazoBeca: '2026-03-06' } }), receipt('n2', 'email', 'delivered'));
  expect(walkUntil(walk, Date.parse('2026-03-06T22:59:00Z')).status).toBe('active');
  expect(walkUntil(walk, Date.parse('2026-03-06T23:00:00Z'))).toMatchObject({ status: 'stopped', outcome: 'over' });
});

test('a call writes what its answer says; its result counts once', () => {
  const called = walkOn(walkOn(enter(grant), filed()), receipt('n2', 'email', 'delivered'));
  expect(called).toMatchObject({ state: 'n7.waiting', calls: [{ endpoint: 'becas', status: 'queued' }] });
  const answered = walkOn(called, { type: 'call', node: 'n7', outcome: 'success', answer: { numero: 'X-1' } });
  expect(answered).toMatchObject({ state: 'n7.answered', vars: { expediente: 'X-1' } });
  expect(walkOn(answered, { type: 'call', node: 'n7', outcome: 'failed' })).toEqual(answered);
  expect(walkUntil(answered, start)).toMatchObject({ outcome: 'filed' });
});

test('a message not yet accepted holds its rung: the limit for answering counts from acceptance', () => {
  const queued = enter(grant, {}, { accepts: 'when-told' });
  expect(queued.messages[0]?.status).toBe('queued');
  expect(walkUntil(queued, start + 6 * hour).state).toBe('n2.sms');
  const accepted = walkOn(queued, receipt('n2', 'email', 'accepted'), start + 5 * hour);
  expect(walkUntil(accepted, start + 52 * hour).state).toBe('n2.email');
  expect(walkUntil(accepted, start + 53 * hour).state).toBe('n2.sms');
  expect(walkUntil(queued, start + 6 * hour).messages[0]?.status).toBe('withdrawn');
});

test('a letter counts as reached once it is accepted', () => {
  const walk = enter(grant, { mobile: null, email: null, postalAddress: 'Calle Mayor 1' });
  expect(walk.state).toBe('n3.waiting');
});

test('walks are values: nothing that is done to one shows in another', () => {
  const walk = enter(grant);
  const before = JSON.stringify({ ...walk, world: null });
  walkOn(walk, { type: 'attributes', changed: { becaComedor: true } });
  walkUntil(walkOn(walk, receipt('n2', 'email', 'failed')), start + 90 * day);
  expect(JSON.stringify({ ...walk, world: null })).toBe(before);
});

test('whatever happens on any journey, a walk never throws, its log is a chain, and its timers lie in the state', () => {
  const happening = fc.oneof(
    fc.record({ type: fc.constant('reply' as const), text: fc.constantFrom('1', 'no', 'what?') }),
    fc.record({
      type: fc.constant('event' as const),
      event: fc.constantFrom('filed', 'moved', 'called'),
      data: fc.constantFrom({}, { level: 'red' }),
    }),
    fc.record({
      type: fc.constant('newest' as const),
      status: fc.constantFrom('delivered' as const, 'failed' as const, 'read' as const),
    }),
    fc.record({
      type: fc.constant('attributes' as const),
      changed: fc.constantFrom<Record<string, unknown>>(
        { familyName: 'Stop' },
        { livesAlone: true },
        { deadline: '2026-03-09' },
        { deadline: null },
      ),
    }),
    fc.constantFrom({ type: 'done' as const }),
  );
  const facts = fc.record({
    mobile: fc.constantFrom(null, '+34260000002'),
    landline: fc.constantFrom(null, '+34290000002'),
    email: fc.constantFrom(null, 'a@ejemplo.invalid'),
    minor: fc.boolean(),
    protected: fc.boolean(),
    attributes: fc.constantFrom({}, { deadline: '2026-03-06' }),
  });
  fc.assert(
    fc.property(
      journeyArbitrary(),
      facts,
      fc.array(fc.tuple(happening, fc.nat(3_000)), { maxLength: 12 }),
      (journey, citizen, life) => {
        const compiled = compile(journey);
        let walk = walkUntil(
          startWalk({ journey, compiled, trigger: 'n1', person: person(citizen), now: start }),
          start,
        );
        for (const [what, minutes] of life)
          walk = walkUntil(live(walk, what, walk.now + minutes * minute), walk.now + minutes * minute);
        let state = 'enter';
        let at = start;
        for (const step of walk.log) {
          expect(step.state).toBe(state);
          expect(step.at).toBeGreaterThanOrEqual(at);
          [state, at] = [step.next, step.at];
        }
        expect(walk.state).toBe(state);
        for (const timer of Object.keys(walk.timers)) expect(timer.split('.')[0]).toBe(/^\w+/.exec(walk.state)?.[0]);
        if (walk.status === 'finished' || walk.status === 'stopped') expect(walk.timers).toEqual({});
        if (walk.problem) expect(['no-date', 'no-holiday-calendar']).toContain(walk.problem.code);
      },
    ),
    { numRuns: 80 },
  );
});

test('every node of the gallery-like journeys can be entered', () => {
  for (const fixture of fixtures) expect(enter(fixture).log.length).toBeGreaterThan(0);
});

type Lived = { type: 'newest'; status: 'delivered' | 'failed' | 'read' } | { type: 'done' } | Happening;

function live(walk: Walk, what: Lived, at: number): Walk {
  const message = walk.messages.at(-1);
  if (what.type === 'newest')
    return message ? walkOn(walk, { ...what, type: 'receipt', node: message.node, rung: message.rung }, at) : walk;
  if (what.type !== 'done') return walkOn(walk, what, at);
  const [task, call] = [walk.tasks.at(-1), walk.calls.at(-1)];
  if (task?.status === 'open') return walkOn(walk, { type: 'task', node: task.node, outcome: 'done' }, at);
  return call
    ? walkOn(walk, { type: 'call', node: call.node, outcome: 'success', answer: { case: { number: 'A' } } }, at)
    : walk;
}
