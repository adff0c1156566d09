import { factsOf } from '../evaluate.ts';
import type { Facts } from '../rule/read-fact.ts';
import { zoneOf } from '../time/zone.ts';
import type { Arrival, Walk } from './walk-type.ts';

/** What rules are asked of at this moment; the event in hand is the arrival's own, else what brought the person in. */
export function factsAt(walk: Walk, arrival: Arrival | null): Facts {
  return factsOf({
    person: walk.person,
    vars: walk.vars,
    event: eventInHand(walk, arrival),
    now: walk.now,
    zone: zoneOf(null),
  });
}

export function eventInHand(walk: Walk, arrival: Arrival | null): unknown {
  return arrival?.event.startsWith('event.') ? arrival.data : walk.event;
}
