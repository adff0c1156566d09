import { expect, test } from 'vitest';
import type { AuditState } from '#drizzle/audit/audit-state.ts';
import type { Backlog } from '#drizzle/queries/backlog.ts';
import type { SystemState } from '#workflows/system-state.ts';
import { partsOf } from './parts-of.ts';

const now = Date.parse('2026-11-25T09:00:00+01:00');
const calm: Backlog = {
  at: new Date(now).toISOString(),
  postgres: { version: '18', bytes: 1, connections: 1, mostConnections: 100, longestSeconds: null },
  runs: { open: 0, paused: 0 },
  dueSeconds: null,
  outboxSeconds: null,
  outbox: 0,
  eventSeconds: null,
  callSeconds: null,
  webhookSeconds: null,
  webhooksOff: 0,
  attention: 0,
  accountsDown: 0,
  unplaced: { n: 0, seconds: null },
};
const turning: SystemState = {
  reachable: true,
  relayHeardAt: now - 5_000,
  queues: [{ queue: 'conduct', workers: 1, heardAt: now - 10_000 }],
};
const audit: AuditState = {
  acts: 9,
  sealed: { day: '2026-11-24', sentAt: '2026-11-25T00:01:00Z' },
  late: false,
  verified: null,
};
const notWell = (waiting: Partial<Backlog>, system: SystemState = turning, chain = audit) => {
  const { parts, queues } = partsOf({ ...calm, ...waiting }, system, chain, now);
  return [...parts, ...queues].flatMap(({ key, state }) => (state === 'well' ? [] : [`${key} ${state}`]));
};

test('what answers and does not wait is well', () => {
  expect(notWell({})).toEqual([]);
});

test('each thing that stands still is told by name, by how long', () => {
  expect(notWell({ dueSeconds: 31, outboxSeconds: 601, eventSeconds: 29 })).toEqual(['due slow', 'outboxAge ill']);
  expect(notWell({ accountsDown: 1, webhooksOff: 2 })).toEqual(['accounts ill', 'webhooks slow']);
  expect(notWell({ unplaced: { n: 3, seconds: 700 } })).toEqual(['receipts slow']);
  expect(notWell({}, { reachable: false })).toEqual(['temporal ill']);
  expect(notWell({}, { ...turning, relayHeardAt: now - 61_000 })).toEqual(['relay ill']);
  expect(notWell({}, { ...turning, queues: [{ queue: 'intake', workers: 0, heardAt: null }] })).toEqual([
    'queue-intake ill',
  ]);
});

test('an audit that is not sealed, not sent or not whole is told', () => {
  expect(notWell({}, turning, { ...audit, late: true })).toEqual(['auditLate ill']);
  expect(notWell({}, turning, { ...audit, sealed: { day: '2026-11-24', sentAt: null } })).toEqual(['auditUnsent slow']);
  expect(notWell({}, turning, { ...audit, verified: { at: '', findings: 1 } })).toEqual(['auditBroken ill']);
  expect(notWell({}, turning, { ...audit, sealed: null })).toEqual([]);
});
