import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '#engine/check.ts';
import { parse } from '#engine/journey.ts';
import { answersSchema, eventName } from './answers.ts';
import { begins, does, otherwise } from './choices.ts';
import { firstDraft } from './first-draft.ts';

const frame = {
  title: 'Beca de comedor',
  who: 'Familias con beca el curso pasado',
  outcome: 'La familia presenta la solicitud',
  class: 'service',
  languages: ['es'],
  purpose: 'Acompañar a las familias',
  basis: 'public-task',
  norm: 'Ley 38/2003',
  retentionMonths: '24',
};
const draftOf = (given: object) => {
  const answers = answersSchema.parse({ ...frame, ...given });
  const read = parse(firstDraft(answers, (key) => key));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.journey;
};

test('whatever is answered becomes a journey that hangs together: what is missing are texts, people and times', () => {
  const asked = fc.record({
    begins: fc.constantFrom(...begins),
    does: fc.constantFrom(...does),
    otherwise: fc.constantFrom(...otherwise),
    stopEvent: fc.constantFrom('', 'renuncia'),
    days: fc.integer({ min: 1, max: 365 }).map(String),
  });
  const mended = ['text-missing', 'subject-missing', 'config', 'no-unit', 'rule-for-everyone'];
  fc.assert(
    fc.property(asked, (answers) => {
      const journey = draftOf({ ...answers, beginsEvent: 'alta', doesEvent: 'solicitud presentada' });
      const others = check(journey, { catalogue: [] }).filter(({ code }) => !mended.includes(code));
      expect(others.map(({ code, node }) => `${code} ${node}`)).toEqual([]);
    }),
  );
});

test('what the person can do becomes the goal, and what ends it the stop rule', () => {
  const journey = draftOf({
    begins: 'launch',
    does: 'act',
    doesEvent: 'Beca presentada',
    otherwise: 'remind',
    stopEvent: 'renuncia',
  });
  expect(journey.goals).toMatchObject([{ event: 'beca-presentada', title: frame.outcome }]);
  expect(journey.stops).toMatchObject([{ event: 'renuncia' }]);
  expect(journey.nodes.map(({ kind }) => kind)).toEqual([
    'launch',
    'notify',
    'end',
    'end',
    'end',
    'notify',
    'wait-for',
    'wait-for',
  ]);
  expect(journey).toMatchObject({ slug: 'beca-de-comedor', retentionMonths: 24, basis: { norm: 'Ley 38/2003' } });
});

test('an event is named as systems can send it', () => {
  expect(eventName(' Beca presentada ')).toBe('beca-presentada');
  expect(eventName('beca.presentada')).toBe('beca.presentada');
});

test('a question left open is told by its name', () => {
  const open = { ...frame, title: ' ', begins: 'event', does: 'act', otherwise: 'nothing' };
  expect(answersSchema.safeParse(open).error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['title', 'answer-missing'],
    ['beginsEvent', 'answer-event'],
    ['doesEvent', 'answer-event'],
  ]);
});

test('the channels that were chosen are tried in their order; without any, a notice cannot begin', () => {
  const answers = { ...frame, begins: 'launch', does: 'act', doesEvent: 'hecho', otherwise: 'remind' };
  const rungs = draftOf({ ...answers, channels: ['letter', 'email', 'sms'] }).nodes.flatMap(({ config }) =>
    Array.isArray(config['rungs']) ? [config['rungs'].map((rung: { channel: string }) => rung.channel)] : [],
  );
  expect(rungs).toEqual([
    ['sms', 'email', 'letter'],
    ['sms', 'email', 'letter'],
  ]);
  const none = answersSchema.safeParse({ ...answers, channels: [] });
  expect(none.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['channels', 'answer-missing']]);
  expect(answersSchema.safeParse({ ...answers, does: 'answer', channels: [] }).success).toBe(true);
});
