import { expect, test } from 'vitest';
import { type Wake, workflowIdOf } from './wake.ts';
import { wakeBudget } from './wake-budget.ts';

const nobody = new Set<string>();
const partition = (k: number, { lane = 2, standing = false, head = '' } = {}): Wake => ({
  kind: 'partition',
  lane,
  standing,
  head,
  target: { kind: 'partition', partitionId: k, runId: 'r', k, lane },
});
const idsOf = (wakes: Wake[]) => wakes.map(({ target }) => workflowIdOf(target));

test('keeps five wake cycles a second over a minute, whatever has work', () => {
  const choose = wakeBudget();
  const many = Array.from({ length: 500 }, (_, k) => partition(k));
  let chosen = 0;
  for (let now = 0; now < 60_000; now += 500) chosen += choose(many, now, nobody).length;
  expect(chosen).toBeGreaterThan(280);
  expect(chosen).toBeLessThanOrEqual(5 * 60 + 10);
});

test('emergencies first, then standing runs, then service, then bulk', () => {
  const choose = wakeBudget();
  const wakes = [partition(1), partition(2, { lane: 1 }), partition(3, { standing: true }), partition(4, { lane: 0 })];
  expect(idsOf(choose(wakes, 0, nobody))).toEqual(['run/r/p/4', 'run/r/p/3', 'run/r/p/2', 'run/r/p/1']);
});

test('everybody gets a turn when there is too little for all', () => {
  const choose = wakeBudget();
  const many = Array.from({ length: 100 }, (_, k) => partition(k));
  const seen = new Set<string>();
  for (let now = 0; now < 25_000; now += 500) for (const id of idsOf(choose(many, now, nobody))) seen.add(id);
  expect(seen.size).toBe(100);
});

test('a signal that was lost is repeated soon, and ever less often while nothing changes', () => {
  const choose = wakeBudget();
  const times: number[] = [];
  for (let now = 0; now < 40_000; now += 500) if (choose([partition(1)], now, nobody).length > 0) times.push(now);
  expect(times).toEqual([0, 1_000, 3_000, 7_000, 15_000, 25_000, 35_000]);
});

test('who makes progress is woken every second, who is at work not at all', () => {
  const choose = wakeBudget();
  const busy = new Set(['run/r/p/2']);
  let first = 0;
  for (let now = 0; now < 10_000; now += 500) {
    const chosen = idsOf(choose([partition(1, { head: String(now) }), partition(2)], now, busy));
    expect(chosen).not.toContain('run/r/p/2');
    first += chosen.length;
  }
  expect(first).toBe(10);
});

test('where a clock waits, the next piece of work is woken at once, the same piece only after a while', () => {
  const choose = wakeBudget();
  const due = (head: string): Wake => ({ ...partition(1, { head }), waitedFor: true });
  expect(
    [choose([due('a')], 0, nobody), choose([due('a')], 150, nobody), choose([due('b')], 300, nobody)].map(
      (it) => it.length,
    ),
  ).toEqual([1, 0, 1]);
  expect([choose([due('b')], 450, nobody), choose([due('b')], 1_300, nobody)].map((it) => it.length)).toEqual([0, 1]);
});

test('new work after the old was done is woken at once', () => {
  const choose = wakeBudget();
  expect(choose([partition(1)], 0, nobody)).toHaveLength(1);
  expect(choose([], 500, nobody)).toHaveLength(0);
  expect(choose([partition(1)], 600, nobody)).toHaveLength(1);
});
