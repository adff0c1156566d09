'use client';

import { allowedHoursSchema } from '#engine/time/allowed-hours.ts';
import fieldStyles from '#ui/field.module.css';
import type { InspectorContext } from '../../inspector/context.ts';
import type { Control, ControlProps } from '../control.ts';
import { FactSelect } from '../facts/fact-select.tsx';
import { NumberInput } from '../plain/number-input.tsx';
import { listOf, recordOf, textOf } from '../read-value.ts';
import { DurationInput } from '../time/duration-input.tsx';
import { WeekdaysInput } from '../time/weekdays-input.tsx';
import styles from './wait.module.css';
import { WaitDates } from './wait-dates.tsx';

const ways = ['duration', 'working-days', 'date', 'allowed-hours'] as const;
type Way = (typeof ways)[number];

/** Until when somebody waits: a time, working days, a date of theirs, or the next allowed hours; and which day that would be. */
export const waitControl: Control = { group: true, Edit: WaitControl };

function WaitControl({ id, value, onChange, problems, describedBy, context }: ControlProps) {
  const { say } = context;
  const until = recordOf(value);
  const way = ways.find((one) => one === until['for']) ?? null;
  const invalid = problems.some(({ severity }) => severity === 'error');
  return (
    <div className={styles['wait']} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {ways.map((one, i) => (
        <div key={one} className={`${styles['way']} ${way === one ? styles['chosen'] : ''}`}>
          <label className={styles['name']}>
            <input
              id={i === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={way === one}
              onChange={() => onChange(starts[one])}
            />
            {say(`wait.${one}`)}
          </label>
          {way === one && (
            <div className={styles['parts']}>
              <Parts
                id={`${id}-${one}`}
                way={one}
                until={until}
                onChange={onChange}
                invalid={invalid}
                context={context}
              />
            </div>
          )}
        </div>
      ))}
      <WaitDates until={value} context={context} />
    </div>
  );
}

const starts: Record<Way, object> = {
  duration: { for: 'duration', duration: { days: 3 } },
  'working-days': { for: 'working-days', days: 10 },
  date: { for: 'date', fact: '', offsetDays: 0, at: '09:00' },
  'allowed-hours': { for: 'allowed-hours', hours: { from: '09:00', to: '21:00' } },
};

type PartProps = {
  id: string;
  way: Way;
  until: Record<string, unknown>;
  onChange: (value: unknown) => void;
  invalid: boolean;
  context: InspectorContext;
};

function Parts({ id, way, until, onChange, invalid, context }: PartProps) {
  const { say } = context;
  const set = (change: object) => onChange({ ...until, ...change });
  switch (way) {
    case 'duration':
      return (
        <DurationInput
          id={id}
          value={until['duration']}
          onChange={(duration) => set({ duration })}
          label={say('wait.duration')}
          invalid={invalid}
          say={say}
        />
      );
    case 'working-days':
      return (
        <span className={styles['line']}>
          <NumberInput
            id={id}
            value={until['days']}
            onChange={(days) => set({ days })}
            width={80}
            aria-label={say('wait.working-days')}
            aria-invalid={invalid || undefined}
          />
          {say('wait.working-days-unit')}
        </span>
      );
    case 'date':
      return <DateParts id={id} until={until} set={set} invalid={invalid} context={context} />;
    case 'allowed-hours':
      return <HoursParts until={until} set={set} say={say} />;
  }
}

function DateParts({
  id,
  until,
  set,
  invalid,
  context,
}: Omit<PartProps, 'way' | 'onChange'> & { set: (change: object) => void }) {
  const { say } = context;
  const offset = until['offsetDays'];
  const before = typeof offset === 'number' && offset < 0;
  const shift = (days: unknown, side: string) =>
    set({ offsetDays: typeof days === 'number' ? Math.abs(days) * (side === 'before' ? -1 : 1) : (days ?? 0) });
  return (
    <>
      <span className={styles['line']}>
        <NumberInput
          value={typeof offset === 'number' ? Math.abs(offset) : (offset ?? 0)}
          onChange={(days) => shift(days, before ? 'before' : 'after')}
          width={72}
          aria-label={say('wait.days')}
        />
        <select
          className={fieldStyles['input']}
          value={before ? 'before' : 'after'}
          aria-label={say('wait.before-or-after')}
          onChange={(event) => shift(typeof offset === 'number' ? offset : 0, event.target.value)}
        >
          <option value="before">{say('wait.days-before')}</option>
          <option value="after">{say('wait.days-after')}</option>
        </select>
      </span>
      <FactSelect
        id={id}
        value={textOf(until['fact'])}
        onChange={(fact) => set({ fact })}
        types={['date']}
        label={say('wait.which-date')}
        invalid={invalid || undefined}
        context={context}
      />
      <span className={styles['line']}>
        {say('wait.at')}
        <input
          type="time"
          className={fieldStyles['input']}
          value={textOf(until['at']) || '09:00'}
          aria-label={say('wait.at')}
          onChange={(event) => set({ at: event.target.value })}
        />
      </span>
    </>
  );
}

function HoursParts({
  until,
  set,
  say,
}: Pick<PartProps, 'until'> & { set: (change: object) => void; say: InspectorContext['say'] }) {
  const hours = recordOf(until['hours']);
  const change = (part: object) => set({ hours: { ...hours, ...part } });
  const weekdays = listOf(hours['weekdays']);
  return (
    <>
      <span className={styles['line']}>
        {(['from', 'to'] as const).map((end) => (
          <input
            key={end}
            type="time"
            className={fieldStyles['input']}
            value={textOf(hours[end])}
            aria-label={say(`control.hours-${end}`)}
            onChange={(event) => change({ [end]: event.target.value })}
          />
        ))}
      </span>
      <WeekdaysInput
        value={weekdays.length > 0 ? weekdays : [1, 2, 3, 4, 5, 6, 7]}
        onChange={(days) => {
          const { weekdays: _, ...rest } = hours;
          set({ hours: days.length === 7 || days.length === 0 ? rest : { ...rest, weekdays: days } });
        }}
        label={say('wait.weekdays')}
        say={say}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={hours['exceptHolidays'] === true}
          onChange={(event) => change({ exceptHolidays: event.target.checked })}
        />
        {say('wait.except-holidays')}
      </label>
      {!allowedHoursSchema.safeParse(hours).success && (
        <small className={styles['small']}>{say('wait.hours-unread')}</small>
      )}
    </>
  );
}
