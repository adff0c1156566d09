import { type Compiled, compile } from './compile.ts';
import type { Journey } from './journey.ts';
import type { Person } from './person.ts';
import { type HolidayCalendar, holidayCalendar, holidaysOfSpain } from './time/holiday.ts';
import { decideArrival } from './walk/decide-arrival.ts';
import { happen } from './walk/happen.ts';
import type { Happening } from './walk/happening.ts';
import { nextSweep, passTime } from './walk/pass-time.ts';
import type { Walk, World } from './walk/walk-type.ts';

export type Start = {
  journey: Journey;
  /** Compiled anew when left out. */
  compiled?: Compiled;
  /** The id of the trigger node that lets the person in. */
  trigger: string;
  person: Person;
  /** Epoch ms. */
  now: number;
  /** What brought them in: an event's data, a warning with its `area`. */
  event?: unknown;
  calendar?: HolidayCalendar;
  accepts?: World['accepts'];
};

/** Lets one citizen into a journey, as far as they get without time passing: call `walkUntil` for what is due at once. */
export function startWalk(start: Start): Walk {
  const { journey, person, now, trigger, event = null } = start;
  const compiled = start.compiled ?? compile(journey);
  const calendar = start.calendar ?? holidayCalendar(holidaysOfSpain);
  const walk: Walk = {
    world: { journey, compiled, calendar, accepts: start.accepts ?? 'at-once' },
    person,
    event,
    status: 'active',
    state: 'enter',
    outcome: null,
    problem: null,
    now,
    vars: {},
    timers: {},
    visits: {},
    messages: [],
    tasks: [],
    calls: [],
    heard: [],
    arrivals: [],
    sweepAt: compiled.sweeps ? nextSweep(now) : null,
    log: [],
  };
  return passTime(decideArrival(walk, { event: `enter.${trigger}`, at: now, data: null }), now, false);
}

/**
 * What a happening means for the walk, at its own time (epoch ms; default: the walk's). What falls due before it comes
 * first; what is due at that very time comes after, with `walkUntil`. semantics.md says what each happening does.
 */
export function walkOn(walk: Walk, happening: Happening, at = walk.now): Walk {
  const then = passTime(walk, Math.max(at, walk.now), false);
  return passTime(happen(then, happening), then.now, false);
}

/** Lets time pass until `time` (epoch ms), firing everything due until then, that very moment included. */
export function walkUntil(walk: Walk, time: number): Walk {
  return passTime(walk, Math.max(time, walk.now), true);
}
