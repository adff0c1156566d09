import { expect, test } from 'vitest';
import { evacuation, fixtures, grant, heatWave } from './journeys.fixture.ts';
import type { Happening } from './walk/happening.ts';
import type { Walk } from './walk/walk-type.ts';
import { day, enter, hour, minute, receipt, start } from './walk.fixture.ts';
import { walkOn, walkUntil } from './walk.ts';

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
  const late = walkOn(second, { type: 'receipt', node: 'n2', rung: 'email', status: 'read', visit: 1 });
  expect(late.messages[0]).toMatchObject({ visit: 1, status: 'read' });
  expect(late).toMatchObject({ state: 'n2.email', log: second.log });
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

test('every node of the gallery-like journeys can be entered', () => {
  for (const fixture of fixtures) expect(enter(fixture).log.length).toBeGreaterThan(0);
});
