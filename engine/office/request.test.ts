import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { may, roles } from './permission.ts';
import { type Mover, moveRequest, requestActs, requestStatuses } from './request.ts';

const unit = 'unit-a';
const mover = fc.oneof(
  fc.record({
    kind: fc.constant('official' as const),
    id: fc.constantFrom('ana', 'bea', 'carmen'),
    grants: fc.array(fc.record({ unitId: fc.constantFrom(unit, 'unit-b'), role: fc.constantFrom(...roles) })),
  }),
  fc.record({ kind: fc.constant('key' as const), id: fc.constant('key-1') }),
  fc.constant('cauce' as const),
);
const movable = fc.record({
  status: fc.constantFrom(...requestStatuses),
  unitId: fc.constant(unit),
  what: fc.constantFrom('launch' as const, 'publish' as const),
  writers: fc.subarray(['ana', 'bea', 'key-1']),
});
const act = fc.constantFrom(...(Object.keys(requestActs) as (keyof typeof requestActs)[]));

test('only an official who may decide in that unit and wrote none of it can approve', () => {
  fc.assert(
    fc.property(movable, mover, (request, by) => {
      const moved = moveRequest(request, 'approve', by);
      const approver: boolean =
        typeof by === 'object' && by.kind === 'official' && may(by.grants, 'request.decide', unit);
      expect(moved.ok).toBe(
        approver && request.status === 'waiting' && typeof by === 'object' && !request.writers.includes(by.id),
      );
    }),
    { numRuns: 2_000 },
  );
});

test('nothing moves but along the ways there are, and what is over stays over', () => {
  fc.assert(
    fc.property(movable, act, mover, fc.constantFrom('', 'por la fecha'), (request, name, by, reason) => {
      const moved = moveRequest(request, name, by, reason);
      if (!moved.ok) return;
      expect(requestActs[name].from).toContain(request.status);
      expect(moved.status).toBe(requestActs[name].to);
      expect(['rejected', 'withdrawn', 'expired']).not.toContain(request.status);
    }),
    { numRuns: 2_000 },
  );
});

test('returning and rejecting say why; silence only ever expires', () => {
  const approver: Mover = { kind: 'official', id: 'bea', grants: [{ unitId: unit, role: 'approver' }] };
  const waiting = { status: 'waiting', unitId: unit, what: 'launch', writers: ['ana'] } as const;
  expect(moveRequest(waiting, 'return', approver, ' ')).toMatchObject({ problems: [{ code: 'reason-needed' }] });
  expect(moveRequest(waiting, 'reject', approver, 'El área no es esa')).toEqual({ ok: true, status: 'rejected' });
  const alone = Object.entries(requestActs).filter(([name]) => moveRequest(waiting, name as 'lapse', 'cauce').ok);
  expect(alone.map(([name]) => name)).toEqual(['lapse']);
});
