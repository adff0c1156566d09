import { expect, test } from 'vitest';
import { type Text, textSchema } from '#engine/journey.ts';
import { begunFrom, reviewed, rewritten, stateOf, translated } from './text-state.ts';

const spanish = { body: 'Salga ahora.' };

test('a reviewed text says so until its words change, or those it was read beside', () => {
  const catalan = reviewed(translated({ body: 'Isca ara.' }), 'Ana Ferrer', '2026-07-01', spanish);
  expect(textSchema.parse(catalan)).toEqual(catalan);
  expect(stateOf(catalan, spanish)).toEqual({ state: 'reviewed', stale: false });
  expect(stateOf(catalan, { body: 'Salga ahora hacia Anna.' })).toEqual({ state: 'reviewed', stale: true });
  expect(stateOf(rewritten(catalan, { body: 'Isca ja.' }), spanish)).toEqual({ state: 'written', stale: false });
});

test('a translation stays one while it is corrected, and a text without words is missing', () => {
  const draft = translated({ subject: 'Avís', body: 'Isca' });
  expect(rewritten(draft, { subject: 'Avís', body: 'Isca ara.' })).toEqual({
    subject: 'Avís',
    body: 'Isca ara.',
    state: 'translated',
  });
  expect(stateOf({ body: '  ' }, spanish).state).toBe('missing');
  expect(stateOf({ body: 'Hola' }, undefined)).toEqual({ state: 'written', stale: false });
});

test('a text begun from another channel takes its words, its first sentence for a subject, and no review', () => {
  const sms: Text = {
    body: 'Ya puede renovarla. Hasta el 3 de mayo.',
    state: 'reviewed',
    review: { by: 'Ana', on: '2026-07-01' },
  };
  expect(begunFrom(sms, true)).toEqual({ subject: 'Ya puede renovarla', body: sms.body });
  expect(begunFrom({ ...sms, subject: 'Renueve' }, true).subject).toBe('Renueve');
  expect(begunFrom({ ...sms, subject: 'Renueve' }, false)).toEqual({ body: sms.body });
});
