import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { journeyArbitrary } from '../journey.arbitrary.ts';
import { minute, person, start } from '../walk.fixture.ts';
import { startWalk, walkOn, walkUntil } from '../walk.ts';
import type { Happening } from './happening.ts';
import type { Walk } from './walk-type.ts';

test('whatever happens on any journey, a walk never throws, its log is a chain, and its timers lie in the state', () => {
  const happening = fc.oneof(
    fc.record({ type: fc.constant('reply' as const), text: fc.constantFrom('1', 'no', 'what?') }),
    fc.record({
      type: fc.constant('event' as const),
      event: fc.constantFrom('filed', 'moved', 'called'),
      data: fc.constantFrom({}, { level: 'red' }),
    }),
    fc.record({
      type: fc.constant('newest' as const),
      status: fc.constantFrom('delivered' as const, 'failed' as const, 'read' as const),
    }),
    fc.record({
      type: fc.constant('attributes' as const),
      changed: fc.constantFrom<Record<string, unknown>>(
        { familyName: 'Stop' },
        { livesAlone: true },
        { deadline: '2026-03-09' },
        { deadline: null },
      ),
    }),
    fc.constantFrom({ type: 'done' as const }),
  );
  const facts = fc.record({
    mobile: fc.constantFrom(null, '+34260000002'),
    landline: fc.constantFrom(null, '+34290000002'),
    email: fc.constantFrom(null, 'a@ejemplo.invalid'),
    minor: fc.boolean(),
    protected: fc.boolean(),
    attributes: fc.constantFrom({}, { deadline: '2026-03-06' }),
  });
  fc.assert(
    fc.property(
      journeyArbitrary(),
      facts,
      fc.array(fc.tuple(happening, fc.nat(3_000)), { maxLength: 12 }),
      (journey, citizen, life) => {
        const compiled = compile(journey);
        let walk = walkUntil(
          startWalk({ journey, compiled, trigger: 'n1', person: person(citizen), now: start }),
          start,
        );
        for (const [what, minutes] of life)
          walk = walkUntil(live(walk, what, walk.now + minutes * minute), walk.now + minutes * minute);
        let state = 'enter';
        let at = start;
        for (const step of walk.log) {
          expect(step.state).toBe(state);
          expect(step.at).toBeGreaterThanOrEqual(at);
          [state, at] = [step.next, step.at];
        }
        expect(walk.state).toBe(state);
        for (const timer of Object.keys(walk.timers)) expect(timer.split('.')[0]).toBe(/^\w+/.exec(walk.state)?.[0]);
        if (walk.status === 'finished' || walk.status === 'stopped') expect(walk.timers).toEqual({});
        if (walk.problem) expect(['no-date', 'no-holiday-calendar']).toContain(walk.problem.code);
      },
    ),
    { numRuns: 80 },
  );
});

type Lived = { type: 'newest'; status: 'delivered' | 'failed' | 'read' } | { type: 'done' } | Happening;

function live(walk: Walk, what: Lived, at: number): Walk {
  const message = walk.messages.at(-1);
  if (what.type === 'newest')
    return message ? walkOn(walk, { ...what, type: 'receipt', node: message.node, rung: message.rung }, at) : walk;
  if (what.type !== 'done') return walkOn(walk, what, at);
  const [task, call] = [walk.tasks.at(-1), walk.calls.at(-1)];
  if (task?.status === 'open') return walkOn(walk, { type: 'task', node: task.node, outcome: 'done' }, at);
  return call
    ? walkOn(walk, { type: 'call', node: call.node, outcome: 'success', answer: { case: { number: 'A' } } }, at)
    : walk;
}
