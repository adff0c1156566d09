'use client';

import { nextOccurrence, type Recurrence, recurrenceSchema } from '#engine/time/recurrence.ts';
import { dateFormat, listFormat } from '#locales/dates-and-lists.ts';
import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { NumberInput } from '../plain/number-input.tsx';
import { recordOf, textOf } from '../read-value.ts';
import { WeekdaysInput } from './weekdays-input.tsx';

const rhythms = ['day', 'week', 'month', 'year'] as const;

/** When something comes round again: how often, at which hour, and the next three times in words. */
export const calendarControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, describedBy, context: { say, now } }) => {
    const rule = recordOf(value);
    const every = rhythms.find((one) => one === rule['every']) ?? 'year';
    const set = (change: object) => onChange({ ...rule, ...change });
    const begin = (rhythm: (typeof rhythms)[number]) => {
      const at = { time: textOf(rule['time']) || '09:00', zone: textOf(rule['zone']) || 'Europe/Madrid' };
      const parts = { day: {}, week: { weekdays: [1] }, month: { day: 1 }, year: { month: 9, day: 1 } };
      onChange({ every: rhythm, ...parts[rhythm], ...at });
    };
    const months = Array.from({ length: 12 }, (_, i) => new Date(Date.UTC(2026, i, 15)));
    return (
      <div className={styles['stack']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        <select
          id={id}
          className={fieldStyles['input']}
          value={every}
          aria-label={say('control.every')}
          onChange={(event) => begin(rhythms.find((one) => one === event.target.value) ?? 'year')}
        >
          {rhythms.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {say(`control.every-${rhythm}`)}
            </option>
          ))}
        </select>
        {every === 'week' && (
          <WeekdaysInput
            value={rule['weekdays']}
            onChange={(weekdays) => set({ weekdays })}
            label={say('control.weekdays')}
            say={say}
          />
        )}
        <div className={styles['pair']}>
          {(every === 'month' || every === 'year') && (
            <NumberInput
              value={rule['day']}
              onChange={(day) => set({ day })}
              width={64}
              aria-label={say('control.day')}
            />
          )}
          {every === 'year' && (
            <select
              className={fieldStyles['input']}
              value={String(rule['month'] ?? '')}
              aria-label={say('control.month')}
              onChange={(event) => set({ month: Number(event.target.value) })}
            >
              {months.map((month, i) => (
                <option key={month.getTime()} value={i + 1}>
                  {dateFormat(say.locale, { month: 'long', timeZone: 'UTC' }).format(month)}
                </option>
              ))}
            </select>
          )}
          <input
            type="time"
            className={fieldStyles['input']}
            value={textOf(rule['time'])}
            aria-label={say('control.hour')}
            onChange={(event) => set({ time: event.target.value })}
          />
          <select
            className={fieldStyles['input']}
            value={textOf(rule['zone'])}
            aria-label={say('control.zone')}
            onChange={(event) => set({ zone: event.target.value })}
          >
            {['Europe/Madrid', 'Atlantic/Canary'].map((zone) => (
              <option key={zone} value={zone}>
                {say(`control.zone-${zone === 'Atlantic/Canary' ? 'canary' : 'peninsula'}`)}
              </option>
            ))}
          </select>
        </div>
        <p className={styles['note']} role="status">
          {nextTimes(rule, now, say.locale, say('control.next-times'))}
        </p>
      </div>
    );
  },
};

function nextTimes(rule: unknown, now: number, locale: string, before: string): string {
  const read = recurrenceSchema.safeParse(rule);
  if (!read.success) return '';
  const format = dateFormat(locale, { dateStyle: 'full', timeZone: read.data.zone });
  const times: number[] = [];
  for (let at = now; times.length < 3; times.push(at)) at = nextOccurrence(read.data satisfies Recurrence, at);
  return `${before} ${listFormat(locale).format(times.map((at) => format.format(at)))}.`;
}
