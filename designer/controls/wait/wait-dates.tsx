'use client';

import { useMemo } from 'react';
import { dateFormat } from '#locales/dates-and-lists.ts';
import { Icon } from '#ui/icon.tsx';
import type { InspectorContext, SamplePerson } from '../../inspector/context.ts';
import { sayList } from '../../say.ts';
import { factTitle } from '../facts/fact-choices.ts';
import { explainWait } from './explain-wait.ts';
import { TermRuler } from './term-ruler.tsx';
import styles from './wait.module.css';

/** For two invented people, the day on which each would go on if they came here now, and the holidays it jumped over. */
export function WaitDates({ until, context }: { until: unknown; context: InspectorContext }) {
  const people = context.house.people.slice(0, 2);
  const { now, journey } = context;
  if (!people.some(({ citizen }) => explainWait(until, citizen, { now, seat: journey.seat }))) return null;
  return (
    <ul className={styles['dates']} aria-label={context.say('wait.dates')}>
      {people.map((person) => (
        <PersonDate key={person.id} until={until} person={person} context={context} />
      ))}
    </ul>
  );
}

function PersonDate({ until, person, context }: { until: unknown; person: SamplePerson; context: InspectorContext }) {
  const { say, journey, now, house } = context;
  const told = useMemo(
    () => explainWait(until, person.citizen, { now, seat: journey.seat }),
    [until, person, now, journey.seat],
  );
  if (!told) return null;
  const place = String(person.citizen['municipality'] ?? '');
  const who = { name: person.name, place: house.places[place] ?? place };
  if (!told.ok)
    return (
      <li>
        <Icon name="triangle" size={16} />
        {say('wait.cannot', {
          ...who,
          why: say.has(`problems.${told.problem.code}`)
            ? say(`problems.${told.problem.code}`, inWords(told.problem.params ?? {}, context))
            : told.problem.code,
        })}
      </li>
    );
  const day = (date: string) =>
    dateFormat(say.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  const holidays = told.skipped.flatMap(({ date, holiday }) => (holiday ? [`${day(date)} (${holiday.name})`] : []));
  const weekend = told.skipped.filter(({ holiday }) => holiday === null).length;
  const date = dateFormat(say.locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: told.zone,
  }).format(told.at);
  return (
    <li>
      <Icon name="clock" size={16} />
      <span>
        {say('wait.goes-on', { ...who, date })}{' '}
        {holidays.length > 0 && say('wait.holidays', { days: sayList(say, holidays) })}{' '}
        {weekend > 0 && say('wait.weekend', { n: weekend })}
        {told.skipped.length > 0 && <TermRuler from={now} to={told.at} zone={told.zone} skipped={told.skipped} />}
      </span>
    </li>
  );
}

function inWords(params: Record<string, string | number>, context: InspectorContext): Record<string, string | number> {
  return typeof params['fact'] === 'string' ? { ...params, fact: factTitle(context, params['fact']) } : params;
}
