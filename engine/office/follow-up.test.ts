import { expect, test } from 'vitest';
import { loadJourney } from '#gallery/load-journey.ts';
import { check } from '../check.ts';
import { compile } from '../compile.ts';
import { followUpKinds } from '../journey.ts';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { followUp } from './follow-up.ts';
import { journeyHash } from './journey-hash.ts';

const fire = (() => {
  const parsed = loadJourney('incendio-forestal');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
})();

test('a follow-up is a journey without mistakes that speaks on the channels of the first, all at once in an emergency', () => {
  for (const kind of followUpKinds) {
    const journey = followUp(fire, kind, fire.followUps?.[kind] ?? {});
    // It warns of nothing: what a first warning has to say is asked of what it follows (engine/check/follow-ups.ts).
    const found = check(journey, { catalogue: [] }).filter(
      ({ code }) => !/^follow-up-missing|^warning-without/.test(code),
    );
    expect(found).toEqual([]);
    const { sends } = compile(journey);
    expect(Object.keys(sends)).toEqual(['say.voice', 'say.sms', 'say.push']);
    expect(Object.values(sends).every((send) => send.class === 'emergency' && send.expiresMs !== null)).toBe(true);
    expect(journey.nodes[1]?.config['order']).toBe('parallel');
  }
});

test('the same words make the same follow-up, other words another', () => {
  const hash = (body: string) => {
    const journey = followUp(fire, 'all-clear', { es: { sms: { body } } });
    return journeyHash({ journey, compiled: compile(journey) });
  };
  expect(hash('Fin')).toBe(hash('Fin'));
  expect(hash('Fin')).not.toBe(hash('Fin.'));
  const moved = { ...fire, layout: { who: { x: 1, y: 2 } } };
  expect(journeyHash({ journey: moved, compiled: compile(moved) })).toBe(
    journeyHash({ journey: fire, compiled: compile(fire) }),
  );
});

test('an emergency cannot be asked for without expiry, correction, all-clear, people, facts, or somebody to sign', () => {
  const around = { approvers: 1, unreachable: 0, now: Date.parse('2026-07-18T17:40:00Z') };
  const good = contentOf();
  expect(checkContent(good, fire, around)).toEqual([]);
  const { expiresAfter: _, ...forever } = fire;
  const codes = (content: Content, journey = fire, more = {}) =>
    checkContent(content, journey, { ...around, ...more }).map(({ code }) => code);
  expect(codes(good, forever)).toEqual(['request-no-expiry']);
  expect(codes(good, fire, { approvers: 0 })).toEqual(['request-no-approver']);
  expect(codes(good, fire, { unreachable: 612 })).toEqual(['request-unreachable']);
  expect(codes({ ...good, audience: { ...good.audience!, count: 0 } })).toEqual(['request-nobody']);
  const { 'all-clear': allClear, ...correctionOnly } = good.followUps;
  expect(codes({ ...good, followUps: correctionOnly })).toHaveLength(4 * 3);
  const { ca: __, ...said } = allClear!.said;
  const withoutCatalan = checkContent(
    { ...good, followUps: { ...good.followUps, 'all-clear': { ...allClear!, said } } },
    fire,
    around,
  );
  expect(withoutCatalan.map(({ params }) => params)).toEqual(
    ['voice', 'sms', 'push'].map((channel) => ({ kind: 'all-clear', language: 'ca', channel })),
  );
  const sms = (body: string) => ({ ...good, texts: { es: { askEverybody: { sms: { body } } } } });
  expect(codes(sms('Fuego en {{ event.areaDesc }}'))).toEqual([]);
  expect(codes(sms('Vaya a {{ event.shelter }}, {{ citizen.givenName }}'))).toEqual(['request-event-missing']);
  expect(codes(sms("Vaya a {{ event.shelter | default: 'un lugar seguro' }}"))).toEqual([]);
  expect(codes({ ...good, clock: { from: null, until: '2026-07-18T17:00:00.000Z' } })).toEqual(['request-over']);
  const service = { perDay: 10, inTotal: 5, until: '2028-07-18T17:00:00.000Z' };
  expect(codes({ ...good, what: 'publish', audience: null, ceiling: service })).toEqual([
    'request-ceiling',
    'request-too-long',
  ]);
});

function contentOf(): Content {
  const followUps = Object.fromEntries(
    followUpKinds.map((kind) => {
      const journey = followUp(fire, kind, fire.followUps?.[kind] ?? {});
      return [kind, { said: fire.followUps?.[kind] ?? {}, hash: journeyHash({ journey, compiled: compile(journey) }) }];
    }),
  );
  return {
    cauce: 1,
    request: '019b76da-a800-7000-8000-000000000001',
    unit: '019b76da-a800-7000-8000-000000000002',
    what: 'launch',
    journey: { slug: fire.slug, title: fire.title, revision: 1, hash: '0'.repeat(64) },
    class: 'emergency',
    audience: { rule: { all: [] }, count: 41_203, tolerance: 0.2 },
    ceiling: null,
    event: { areaDesc: 'Enguera y Anna' },
    updates: null,
    languages: fire.languages,
    texts: fire.texts,
    followUps,
    accounts: [],
    clock: { from: null, until: null },
    author: { kind: 'official', id: 'ana', name: 'Ana' },
    askedAt: '2026-07-18T17:40:00.000Z',
    lapsesAt: '2026-07-18T18:40:00.000Z',
  };
}
