import { expect, test } from 'vitest';
import { allDeliveries, deliveries } from './delivery.ts';

test('accepted is handed over and unconfirmed, never confirmed', () => {
  const [sms] = deliveries([
    { channel: 'sms', status: 'accepted', n: 6_172 },
    { channel: 'sms', status: 'delivered', n: 31_000 },
    { channel: 'sms', status: 'read', n: 940 },
    { channel: 'sms', status: 'queued', n: 7 },
  ]);
  expect(sms).toMatchObject({ handed: 38_112, confirmed: 31_940, unconfirmed: 6_172, waiting: 7 });
});

test('channels stay apart and add up', () => {
  const lines = deliveries([
    { channel: 'sms', status: 'failed', n: 3 },
    { channel: 'voice', status: 'expired', n: 2 },
    { channel: 'voice', status: 'uncertain', n: 1 },
  ]);
  expect(lines.map(({ channel }) => channel)).toEqual(['sms', 'voice']);
  expect(allDeliveries(lines)).toMatchObject({ failed: 5, uncertain: 1, handed: 0 });
});
