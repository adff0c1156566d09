import * as fc from 'fast-check';
import type { Content } from './content.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
// What Postgres can keep: no U+0000 and no half of a surrogate pair.
const words = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !/[\0\p{Cs}]/u.test(text));
const moment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const text = fc.record({ subject: words, body: words }, { requiredKeys: ['body'] });
const by = <T>(keys: string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 2 });
const said = by(['es', 'ca', 'eu'], by(['sms', 'voice', 'email'], text));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Contents of every shape, as `contentSchema` reads them. */
export const contentArbitrary: fc.Arbitrary<Content> = fc.record({
  cauce: fc.constant(1 as const),
  request: fc.uuid(),
  unit: fc.uuid(),
  what: fc.constantFrom('launch', 'publish'),
  journey: fc.record({ slug: fc.constant('aviso'), title: words, revision: fc.integer({ min: 1, max: 9 }), hash }),
  class: fc.constantFrom('emergency', 'statutory', 'service', 'informative'),
  audience: fc.option(
    fc.record({
      rule: fc.constantFrom(
        { all: [] },
        { fact: 'citizen.municipality', is: 'in-municipality' as const, value: ['46118', '46030'] },
        { fact: 'citizen.place', is: 'within-km' as const, value: { lat: 39.001, lon: -0.665, km: 8 } },
        { all: [{ fact: 'citizen.place', is: 'inside-area-of-event' as const }] },
      ),
      count: fc.nat({ max: 2_000_000 }),
      tolerance: fc.constantFrom(0.05, 0.2),
    }),
  ),
  ceiling: fc.option(
    fc.record({ perDay: fc.integer({ min: 1, max: 9 }), inTotal: fc.integer({ min: 1, max: 99 }), until: moment }),
  ),
  event: fc.option(
    fc.dictionary(fc.constantFrom('areaDesc', 'shelter', 'level'), fc.oneof(words, number, fc.boolean())),
  ),
  updates: fc.option(fc.record({ run: fc.uuid(), inside: fc.option(fc.uuid()) })),
  languages: fc.subarray(['es', 'ca', 'eu'], { minLength: 1 }),
  texts: by(['es', 'ca', 'eu'], by(['n1', 'n2'], by(['sms', 'voice', 'email'], text))),
  followUps: fc.record(
    { correction: fc.record({ said, hash }), 'all-clear': fc.record({ said, hash }) },
    { requiredKeys: [] },
  ),
  accounts: fc.array(
    fc.record({
      slug: fc.constantFrom('a', 'b'),
      name: words,
      channel: fc.constantFrom('sms' as const, 'voice' as const),
      adapter: fc.constant('http-batch'),
      mode: fc.constantFrom('live' as const, 'sandbox' as const),
      sender: fc.option(words),
    }),
    { maxLength: 3 },
  ),
  clock: fc.record({ from: fc.option(moment), until: fc.option(moment) }),
  author: fc.record({ kind: fc.constantFrom('official', 'key', 'command'), id: fc.uuid(), name: words }),
  askedAt: moment,
  lapsesAt: moment,
});
