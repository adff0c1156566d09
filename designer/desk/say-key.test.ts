import { expect, test } from 'vitest';
import { translator } from '#locales/translator.ts';
import { sayKey } from './say-key.ts';

test('a key is said as it stands on the keyboard, the space bar too', () => {
  const say = translator('es');
  expect(['Mod+Shift+g', ' ', 'Home', '?'].map((key) => sayKey(say, key))).toEqual([
    'Ctrl + Mayús + G',
    'Espacio',
    'Inicio',
    '?',
  ]);
});
