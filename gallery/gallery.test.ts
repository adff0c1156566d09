import { expect, test } from 'vitest';
import { catalogue } from '#drizzle/demonstration/catalogue.ts';
import { check } from '#engine/check.ts';
import type { Journey } from '#engine/journey.ts';
import { smsParts } from '#engine/text/sms-parts.ts';
import { galleryFolders, loadJourney } from './load-journey.ts';
import { loadRehearsal, rehearse } from './rehearsal.ts';

const journeys = galleryFolders().map((folder) => [folder, journeyOf(folder)] as const);

function journeyOf(folder: string): Journey {
  const parsed = loadJourney(folder);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.journey;
}

test('the gallery holds the three journeys, each in Spanish, Valencian and easy-read', () => {
  expect(journeys.map(([folder]) => folder)).toEqual(['beca-comedor', 'incendio-forestal', 'ola-de-calor']);
  for (const [, { languages }] of journeys)
    expect(languages).toEqual(expect.arrayContaining(['es', 'ca', 'es-x-easy']));
});

test.each(journeys)('%s has nothing to put right before publishing', (_, journey) => {
  expect(check(journey, { catalogue })).toEqual([]);
});

const told = journeys.flatMap(([folder, journey]) => {
  const rehearsal = loadRehearsal(folder);
  return rehearsal.people.map((person) => ({ folder, journey, rehearsal, person, tells: person.tells }));
});

test.each(told)('$folder: $tells', ({ journey, rehearsal, person }) => {
  const walk = rehearse(journey, rehearsal, person);
  expect({ status: walk.status, problem: walk.problem }).toEqual({
    status: expect.stringMatching(/finished|stopped/),
    problem: null,
  });
  expect(walk.outcome).toBe(person.outcome);
  expect(walk.messages.filter(({ text }) => text === null)).toEqual([]);
});

test('ten citizens rehearse each journey, and between them reach every way out that is not an accident', () => {
  for (const [folder, journey] of journeys) {
    const { people } = loadRehearsal(folder);
    expect(people).toHaveLength(10);
    const reached = new Set(people.map(({ outcome }) => outcome));
    const ends = journey.nodes.flatMap(({ kind, config }) => (kind === 'end' ? [String(config['outcome'])] : []));
    expect(
      ends.filter((outcome) => !reached.has(outcome) && !['all-clear-missing', 'unattended'].includes(outcome)),
    ).toEqual([]);
  }
});

const sms = journeys.flatMap(([folder, { texts, followUps = {} }]) => [
  ...Object.entries(texts).flatMap(([language, nodes]) =>
    Object.entries(nodes).flatMap(([node, channels]) =>
      channels['sms'] ? [{ folder, language, node, body: channels['sms'].body }] : [],
    ),
  ),
  ...Object.entries(followUps).flatMap(([kind, said]) =>
    Object.entries(said).flatMap(([language, channels]) =>
      channels['sms'] ? [{ folder, language, node: `@${kind}`, body: channels['sms'].body }] : [],
    ),
  ),
]);

test.each(sms)(
  '$folder, $node in $language: an SMS that fits in two parts, keeps its accents and ends with its code',
  ({ body }) => {
    const written = body
      .replaceAll(/\{\{ event\.areaDesc .*?\}\}/g, 'Enguera y Anna')
      .replaceAll(/\{\{ event\.shelter .*?\}\}/g, 'el colegio de Canals')
      .replaceAll(/\{\{ citizen\.grantDeadline .*?'long' \}\}/g, '31 de octubre de 2026')
      .replaceAll(/\{\{ citizen\.grantDeadline .*?'short' \}\}/g, '31/10/2026')
      .replaceAll('{{ citizen.givenName }}', 'Maribel')
      .replaceAll('{{ message.code }}', 'K7QM2PX4');
    expect(written).not.toMatch(/[{}]/);
    expect(smsParts(written)).toMatchObject({
      alphabet: 'gsm-7',
      parts: expect.toSatisfy((parts: number) => parts <= 2),
    });
    expect(body).toMatch(/\{\{ message\.code \}\}$/);
  },
);

test('no text calls an aviso by another name, links anywhere or counts money', () => {
  for (const [, { texts, followUps }] of journeys)
    expect(JSON.stringify([texts, followUps])).not.toMatch(
      /notificaci|fehaciente|acuse|https?:|www\.|€|euros|\busuari|\bcliente/i,
    );
});
