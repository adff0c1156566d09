import * as fc from 'fast-check';
import type { Journey } from './journey.ts';
import { parse } from './journey.ts';
import { parseConfig } from './node-config.ts';
import { kindOf } from './nodes/index.ts';

/** Valid journeys over every kind: random graphs whose circles go through ports that take time only, all ends reachable. */
export function journeyArbitrary({ most = 9 }: { most?: number } = {}): fc.Arbitrary<Journey> {
  return fc
    .record({
      // A calendar alone would bring no event for rules to ask about.
      triggers: fc
        .tuple(triggerArbitrary(), fc.option(triggerArbitrary(), { nil: undefined }))
        .map(([one, other]) => (other ? [one, other] : [one]))
        .filter((drawn) => drawn.some(({ kind }) => kind !== 'schedule')),
      middle: fc.array(middleArbitrary(), { minLength: 1, maxLength: most }),
      turns: fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 40, maxLength: 40 }),
      stops: fc.array(exitArbitrary('s'), { maxLength: 2 }),
      goals: fc.array(exitArbitrary('g'), { maxLength: 1 }),
    })
    .map(connect);
}

type Drawn = { kind: string; config: unknown };
type Parts = {
  triggers: Drawn[];
  middle: Drawn[];
  turns: [number, boolean][];
  stops: unknown[];
  goals: unknown[];
};

const journeyClass = 'service';
export const eventTypes = ['filed', 'moved', 'called'];
const channels = ['sms', 'voice', 'email', 'push', 'letter'] as const;

function connect({ triggers, middle, turns, stops, goals }: Parts): Journey {
  const nodes = [...triggers, ...middle, end('one'), end('two')].map((drawn, i) => ({ id: `n${i + 1}`, ...drawn }));
  const first = triggers.length;
  let turn = 0;
  const edges = nodes.flatMap((node, i) => {
    const kind = kindOf(node.kind);
    const parsed =
      kind && parseConfig(kind, { id: node.id, kind: node.kind, config: node.config as Record<string, unknown> });
    if (!kind || !parsed?.ok) throw new Error(`An arbitrary config of ${node.kind} cannot be read`);
    const hasty = kind.rests
      ? [...(kind.passes?.(parsed.config) ?? []), ...(kind.hurries?.(parsed.config) ?? [])]
      : kind.ports(parsed.config).map(({ id }) => id);
    // The last port goes forward, so that an end can be reached from everywhere.
    return kind.ports(parsed.config).map(({ id: port }, p, { length }) => {
      const [draw, back] = turns[turn++ % turns.length] ?? [0, false];
      const from = back && p < length - 1 && !hasty.includes(port) && i >= first ? first : Math.max(first, i + 1);
      return { from: node.id, port, to: nodes[from + (draw % (nodes.length - from))]?.id ?? '' };
    });
  });
  const read = parse({
    cauce: 1,
    slug: 'arbitrary',
    title: 'Arbitrary',
    class: journeyClass,
    basis: { kind: 'public-task', norm: 'Ley' },
    expiresAfter: { hours: 30 },
    variables: [
      { name: 'count', type: 'number' },
      { name: 'answer', type: 'text' },
      { name: 'number', type: 'text' },
    ],
    nodes,
    edges,
    stops: unique(stops),
    goals,
    texts: {
      es: Object.fromEntries(
        nodes.map(({ id }) => [
          id,
          Object.fromEntries(
            channels.map((channel) => [channel, { subject: 'Aviso', body: `Hola {{ citizen.givenName }}, ${id}` }]),
          ),
        ]),
      ),
    },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.journey;
}

const unique = (exits: unknown[]) => exits.map((exit, i) => ({ ...(exit as object), id: `x${i}` }));
const end = (outcome: string): Drawn => ({ kind: 'end', config: { outcome } });
const of = (kind: string, config: fc.Arbitrary<unknown>): fc.Arbitrary<Drawn> =>
  config.map((drawn) => ({ kind, config: drawn }));

/** Rules over what the arbitrary people and events of walk tests have. */
function ruleArbitrary(): fc.Arbitrary<unknown> {
  return fc.constantFrom<unknown>(
    { fact: 'citizen.livesAlone', is: 'equals', value: true },
    { fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] },
    { fact: 'member.count', is: 'at-least', value: 2 },
    { fact: 'member.answer', is: 'equals', value: 'yes' },
    { not: { fact: 'member.number', is: 'exists' } },
    {
      any: [
        { fact: 'citizen.municipality', is: 'in', value: ['28079', '38038'] },
        { fact: 'event.level', is: 'equals', value: 'red' },
      ],
    },
  );
}

function exitArbitrary(prefix: string): fc.Arbitrary<unknown> {
  return fc
    .record({
      id: fc.constant(`${prefix}0`),
      title: fc.constant('Exit'),
      outcome: fc.constant('left'),
      rule: fc.constantFrom(
        { fact: 'citizen.familyName', is: 'equals', value: 'Stop' },
        { fact: 'member.count', is: 'at-least', value: 3 },
      ),
    })
    .chain((exit) =>
      fc
        .constantFrom(undefined, undefined, undefined, ...eventTypes)
        .map((event) => (event === undefined ? exit : { ...exit, event })),
    );
}

function triggerArbitrary(): fc.Arbitrary<Drawn> {
  return fc.oneof(
    of('launch', fc.constant({})),
    of('event', fc.constantFrom({ event: 'opened' }, { event: 'opened', entry: 'per-event' })),
    of('cap-warning', fc.constant({})),
    of(
      'schedule',
      fc.constant({
        recurrence: { every: 'day', time: '09:00', zone: 'Europe/Madrid' },
        audience: { fact: 'citizen.email', is: 'exists' },
      }),
    ),
  );
}

function middleArbitrary(): fc.Arbitrary<Drawn> {
  const minutes = fc.integer({ min: 1, max: 3_000 }).map((count) => ({ minutes: count }));
  const rungs = fc
    .uniqueArray(
      fc.record(
        {
          channel: fc.constantFrom(...channels),
          to: fc.constantFrom('citizen', 'carer'),
          answer: minutes,
          leave: minutes,
          enough: fc.constantFrom('accepted', 'delivered', 'read'),
        },
        { requiredKeys: ['channel', 'answer'] },
      ),
      { minLength: 1, maxLength: 3, selector: ({ channel }) => channel },
    )
    .map((list) => list.map((rung) => ({ ...rung, id: rung.channel })));
  const ladder = {
    rungs,
    order: fc.constantFrom('sequential', 'parallel'),
    class: fc.constantFrom('service', 'informative'),
  };
  const answers = [
    { id: 'yes', title: 'Sí', digit: '1' },
    { id: 'no', title: 'No', digit: '2' },
  ];
  return fc.oneof(
    of(
      'branch',
      fc
        .array(ruleArbitrary(), { minLength: 1, maxLength: 2 })
        .map((rules) => ({ paths: rules.map((rule, i) => ({ id: `p${i}`, rule })) })),
    ),
    of(
      'split',
      fc.integer({ min: 0, max: 100 }).map((percent) => ({
        shares: [
          { id: 'a', percent },
          { id: 'b', percent: 100 - percent },
        ],
      })),
    ),
    of(
      'wait',
      fc.oneof(
        minutes.map((duration) => ({ until: { for: 'duration', duration } })),
        fc.integer({ min: 1, max: 12 }).map((days) => ({ until: { for: 'working-days', days } })),
        fc
          .integer({ min: -3, max: 3 })
          .map((offsetDays) => ({ until: { for: 'date', fact: 'citizen.deadline', offsetDays } })),
        fc.constant({ until: { for: 'allowed-hours', hours: { from: '09:00', to: '21:00', exceptHolidays: true } } }),
      ),
    ),
    of(
      'wait-for',
      fc.record(
        {
          event: fc.constantFrom(...eventTypes),
          rule: fc.constant({ fact: 'event.level', is: 'equals', value: 'red' }),
          since: fc.constantFrom('run', 'node'),
          limit: minutes,
        },
        { requiredKeys: ['event', 'limit'] },
      ),
    ),
    of(
      'set',
      fc.constantFrom(
        { variable: 'count', to: { plus: 1 } },
        { variable: 'answer', to: { value: 'no' } },
        { variable: 'answer', to: { fact: 'citizen.municipality' } },
      ),
    ),
    of('notify', fc.record(ladder)),
    of(
      'ask',
      fc.record(
        { ...ladder, answers: fc.constant(answers), limit: minutes, variable: fc.constant('answer') },
        { requiredKeys: ['rungs', 'order', 'answers', 'limit'] },
      ),
    ),
    of(
      'call',
      fc.record({
        endpoint: fc.constant('service'),
        answers: fc.constantFrom({}, { number: 'case.number' }),
        limit: minutes,
      }),
    ),
    of(
      'task',
      fc.record({
        title: fc.constant('Call'),
        skill: fc.constant('desk'),
        hours: fc.integer({ min: 1, max: 30 }),
        outcomes: fc.constant([
          { id: 'done', title: 'Done' },
          { id: 'gone', title: 'Gone' },
        ]),
      }),
    ),
  );
}
