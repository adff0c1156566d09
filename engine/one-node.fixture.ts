import { Temporal } from 'temporal-polyfill';
import { check } from './check.ts';
import { type Journey, parse } from './journey.ts';
import { kindOf } from './nodes/index.ts';
import type { CitizenFacts, Person } from './person.ts';
import type { Problem } from './problem.ts';
import type { Attribute } from './rule/attribute.ts';
import type { Walk } from './walk/walk-type.ts';
import { startWalk, walkUntil } from './walk.ts';

/** A Wednesday, ten in the morning in Madrid. */
export const wednesday = Temporal.Instant.from('2026-03-04T09:00Z').epochMilliseconds;
export const minute = 60_000;
export const hour = 60 * minute;

const catalogue: Attribute[] = [{ name: 'deadline', type: 'date', title: {} }];

/** The JSON of a journey of one node `n`, entered by a trigger `in`; each of its ports ends with the port's own name. */
export function oneNode(kind: string, config: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  const parsed = kindOf(kind)?.config.safeParse(config);
  const known = kindOf(kind);
  const ports = known && parsed?.success ? [...new Set(known.ports(parsed.data).map(({ id }) => id))] : [];
  const isTrigger = known?.entry !== undefined;
  const nodes = [
    ...(isTrigger ? [] : [{ id: 'in', kind: 'launch', config: {} }]),
    { id: 'n', kind, config },
    ...ports.map((port, i) => ({ id: `end${i}`, kind: 'end', config: { outcome: port } })),
  ];
  return {
    cauce: 1,
    slug: 'one-node',
    title: 'One node',
    basis: { kind: 'public-task', norm: 'Ley 39/2015' },
    dir3: 'L01281234',
    expiresAfter: { hours: 48 },
    variables: [
      { name: 'count', type: 'number' },
      { name: 'answer', type: 'text' },
    ],
    nodes,
    edges: [
      ...(isTrigger ? [] : [{ from: 'in', port: 'start', to: 'n' }]),
      ...ports.map((port, i) => ({ from: 'n', port, to: `end${i}` })),
    ],
    texts: { es: { n: Object.fromEntries(['sms', 'voice', 'email', 'push', 'letter'].map(said)) } },
    ...more,
  };
}

/** The problems of such a journey, but for the end that a wait to no end needs. */
export function problemsOf(kind: string, config: unknown, more: Record<string, unknown> = {}): Problem[] {
  return check(oneNode(kind, config, more), { catalogue });
}

/** One citizen who has just entered the node, and done whatever needs no time. */
export function enterNode(
  kind: string,
  config: unknown,
  citizen: CitizenFacts = {},
  more: Record<string, unknown> & { event?: unknown; carer?: CitizenFacts } = {},
): Walk {
  const { event, carer, ...journeyMore } = more;
  const journey = readJourney(oneNode(kind, config, journeyMore));
  const person: Person = { id: '1', citizen: { ...ana, ...citizen }, carer };
  const trigger = journey.nodes[0]?.id ?? '';
  return walkUntil(startWalk({ journey, trigger, person, now: wednesday, event }), wednesday);
}

function readJourney(json: unknown): Journey {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}

const said = (channel: string) => [channel, { subject: 'Aviso', body: 'Hola, {{ citizen.givenName }}' }] as const;

const ana: CitizenFacts = {
  givenName: 'Ana',
  language: 'es',
  municipality: '28079',
  zone: 'Europe/Madrid',
  mobile: '+34260000001',
  landline: '+34290000001',
  email: 'ana@ejemplo.invalid',
  consents: [],
  blocked: [],
};
