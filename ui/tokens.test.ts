import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast } from './contrast.ts';

type Theme = 'light' | 'dark';
type Mode = 'plain' | 'live' | 'drill' | 'wall';
const themes: Theme[] = ['light', 'dark'];
const modes: Mode[] = ['plain', 'live', 'drill'];
/** On a wall there is one light, and its own words. */
const wallPairs = [{ on: ['ground', 'card'], inks: ['ink', 'ink-2', 'help', 'safe', 'silent'], least: 4.5 }];
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Foreground on background as used in ui/, designer/ and app/; `least` is 4.5 for words and 3 for large words and graphics. */
const pairs: { on: string[]; inks: string[]; least: number }[] = [
  { on: ['ground', 'card', 'sunken'], inks: ['ink', 'ink-2', 'brand', 'ok', 'ochre', 'mode-ink'], least: 4.5 },
  { on: ['card'], inks: ['triggers', 'flow', 'messages', 'people', 'end', 'drill', 'live-accent'], least: 4.5 },
  { on: ['ground', 'card', 'sunken'], inks: ['water', 'line', 'focus'], least: 3 },
  { on: ['ground'], inks: ['triggers', 'flow', 'messages', 'people', 'end'], least: 3 },
  { on: ['ink'], inks: ['card'], least: 4.5 },
  { on: ['brand'], inks: ['on-brand'], least: 4.5 },
  { on: ['mode'], inks: ['on-mode'], least: 4.5 },
  { on: ['ochre', 'ok'], inks: ['card'], least: 4.5 },
];

describe('every colour pair in use can be read', () => {
  for (const theme of themes)
    for (const mode of modes)
      for (const { on, inks, least } of pairs)
        for (const ground of on)
          for (const ink of inks)
            test(`${ink} on ${ground}, ${theme}, ${mode}`, () => {
              expect(contrast(colour(ink, theme, mode), colour(ground, theme, mode))).toBeGreaterThanOrEqual(least);
            });
});

describe('every colour on a wall can be read from afar', () => {
  for (const { on, inks, least } of wallPairs)
    for (const ground of on)
      for (const ink of inks)
        test(`${ink} on ${ground}`, () => {
          expect(contrast(colour(ink, 'dark', 'wall'), colour(ground, 'dark', 'wall'))).toBeGreaterThanOrEqual(least);
        });
  test('the drill band on it too', () => {
    expect(contrast(colour('on-drill', 'dark', 'wall'), colour('drill', 'dark', 'wall'))).toBeGreaterThanOrEqual(4.5);
  });
});

test('black on white is 21, so that the measure itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('no component names a colour of its own', () => {
  const sheets = ['ui', 'app', 'designer'].flatMap((room) =>
    readdirSync(new URL(`../${room}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(css|tsx)$/.test(file) && file !== 'tokens.css')
      .map((file) => `${room}/${file}`),
  );
  expect(sheets.length).toBeGreaterThan(3);
  const painted = sheets.filter((file) =>
    /#[0-9a-f]{3,8}\b(?=[;,) '"])|\brgba?\(|\bhsl/i.test(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')),
  );
  expect(painted).toEqual([]);
});

function colour(name: string, theme: Theme, mode: Mode): string {
  const own = mode === 'plain' ? undefined : declared(block(`[data-mode="${mode}"]`), name);
  const value = own ?? declared(block(':root {'), name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  const alias = /^var\(--([a-z0-9-]+)\)$/.exec(value)?.[1];
  if (alias) return colour(alias, theme, mode);
  const both = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  if (!both) throw new Error(`--${name} is not a light-dark pair: ${value}`);
  return (theme === 'light' ? both[1] : both[2]) as string;
}

function block(opening: string): string {
  const from = css.indexOf(opening);
  return css.slice(from, css.indexOf('\n}', from));
}

function declared(text: string, name: string): string | undefined {
  return new RegExp(`--${name}: ([^;]+);`).exec(text)?.[1];
}
