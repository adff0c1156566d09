import { beforeEach, expect, test } from 'vitest';
import { farSheet, type Shown } from './far-sheet.ts';
import type { FarColours } from './paint-far.ts';

// Lines only: icons of cards are drawn by the browser.
const line = (id: string, x: number) => ({
  id,
  points: [
    { x, y: 0 },
    { x, y: 100 },
  ],
  walked: false,
});
const left = line('left', 0);
const scene = { cards: [], lines: [left, line('right', 1_000)] };
const shown = (more: Partial<Shown> = {}): Shown => ({
  scene,
  view: { x: 0, y: 0, zoom: 0.1 },
  width: 400,
  height: 400,
  dense: 1,
  ...more,
});
const colours = {} as FarColours; // told to a paper that paints nothing
let sheet: { style: Record<string, string>; width: number; height: number };
let done: string[];

beforeEach(() => {
  sheet = { style: {}, width: 0, height: 0 };
  done = [];
});

function begin() {
  const told = (name: string) => (name === 'clip' || name === 'clearRect' || name === 'lineTo' ? done.push(name) : 0);
  const paper = new Proxy({}, { get: (_, name: string) => () => told(name), set: () => true });
  // Of a sheet and its paper no more than is asked of them here.
  const far = farSheet(sheet as unknown as HTMLCanvasElement, paper as CanvasRenderingContext2D);
  far.show(shown(), colours);
  done.splice(0);
  return far;
}

test('while only the view moves the sheet is shifted and nothing is painted, up to what was painted beside it', () => {
  const far = begin();
  far.show(shown({ view: { x: 60, y: -90, zoom: 0.1 } }), colours);
  expect(sheet.style['transform']).toBe('translate(60px, -90px)');
  expect(done).toEqual([]);
  far.show(shown({ view: { x: 101, y: 0, zoom: 0.1 } }), colours);
  expect(sheet.style['transform']).toBe('none');
  expect(done).toContain('clearRect');
});

test('of what changed only the part it leaves and enters is painted', () => {
  const far = begin();
  far.show(shown({ scene: { cards: [], lines: [left, line('right', 1_200)] } }), colours);
  expect(done.filter((act) => act === 'clip')).toHaveLength(1);
  expect(done.filter((act) => act === 'lineTo')).toHaveLength(1);
});

test('another zoom paints all of it', () => {
  const far = begin();
  far.show(shown({ view: { x: 0, y: 0, zoom: 0.2 } }), colours);
  expect(done).not.toContain('clip');
  expect(done.filter((act) => act === 'lineTo')).toHaveLength(2);
});
