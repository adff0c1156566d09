import { expect, test } from 'vitest';
import type { Answer } from './node.ts';
import { understand } from './understand.ts';

const answers: Answer[] = [
  { id: 'leave', title: 'Me voy', digit: '1', keywords: ['salgo', 'saliendo'] },
  { id: 'help', title: 'Necesito ayuda', digit: '2', keywords: ['ayuda', 'socorro', 'no puedo'] },
  { id: 'safe', title: 'Estoy a salvo', digit: '3', keywords: ['sí, a salvo'] },
];

test.each([
  ['1', 'leave'],
  [' 2. ', 'help'],
  ['２', 'help'],
  ['2️⃣', 'help'],
  ['ME VOY', 'leave'],
  ['necesito AYÚDA!!', 'help'],
  ['¡Socorro!', 'help'],
  ['Si a salvo', 'safe'],
  ['mi madre no puede bajar, ayuda por favor', 'help'],
  ['no puedo salir', 'help'],
  ['la 3 por favor', 'safe'],
])('understands %j', (text, answer) => {
  expect(understand(text, answers)).toBe(answer);
});

test.each(['', '  ', '4', '12', '1 o 2', 'salgo pero necesito ayuda', 'ayudante', 'vale', '\u0000', '🔥'])(
  'does not guess at %j',
  (text) => {
    expect(understand(text, answers)).toBe('not-understood');
  },
);

test('the whole text counts before what it mentions', () => {
  const yesNo: Answer[] = [
    { id: 'yes', title: 'Sí', keywords: ['si'] },
    { id: 'not-yet', title: 'Todavía no', keywords: ['si, pero todavía no'] },
  ];
  expect(understand('SI, PERO TODAVIA NO', yesNo)).toBe('not-yet');
});
