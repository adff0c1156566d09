import { Temporal } from 'temporal-polyfill';
import { type Journey, parse } from './journey.ts';
import type { CitizenFacts, Person } from './person.ts';
import type { Happening } from './walk/happening.ts';
import type { Walk } from './walk/walk-type.ts';
import { type Start, startWalk } from './walk.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Wednesday, ten in the morning in Madrid. */
export const start = Temporal.Instant.from('2026-03-04T09:00Z').epochMilliseconds;

const ana: CitizenFacts = {
  givenName: 'Ana',
  language: 'es',
  municipality: '28079',
  zone: 'Europe/Madrid',
  mobile: '+34260000001',
  email: 'ana@ejemplo.invalid',
  consents: [],
  blocked: [],
  needs: ['comedor'],
  attributes: { plazoBeca: '2026-09-30', ingresos: 12_000 },
};

/** Ana of Madrid with a mobile and a mailbox, but for what is said otherwise. */
export const person = (facts: CitizenFacts = {}): Person => ({ id: '1', citizen: { ...ana, ...facts } });

/** Somebody who has just entered a journey through its node n1. */
export function enter(json: unknown, facts: CitizenFacts = {}, more: Partial<Start> = {}): Walk {
  return startWalk({ journey: read(json), trigger: 'n1', person: person(facts), now: start, ...more });
}

export function receipt(
  node: string,
  rung: string,
  status: 'delivered' | 'failed' | 'accepted',
  visit?: number,
): Happening {
  return { type: 'receipt', node, rung, status, ...(visit === undefined ? {} : { visit }) };
}

function read(json: unknown): Journey {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}
