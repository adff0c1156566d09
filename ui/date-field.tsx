'use client';

import { type CalendarDate, parseDate } from '@internationalized/date';
import { useId } from 'react';
import { CalendarHeading } from 'react-aria-components/Calendar';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Group,
  Label,
  Popover,
} from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import styles from './date-field.module.css';
import { FieldNotes } from './field-frame.tsx';
import { Icon } from './icon.tsx';

/** A day, written part by part in the reader's own order or chosen from a month. Days are `yyyy-mm-dd`; null: none yet. */
export function DateField({
  label,
  value,
  onChange,
  least,
  most,
  hint,
  error,
  words,
}: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  least?: string;
  most?: string;
  hint?: string | undefined;
  error?: string | undefined;
  words: { open: string; before: string; after: string };
}) {
  const id = useId();
  return (
    <DatePicker<CalendarDate>
      className={styles['field'] ?? ''}
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? null)}
      {...(least === undefined ? {} : { minValue: parseDate(least) })}
      {...(most === undefined ? {} : { maxValue: parseDate(most) })}
      isInvalid={error !== undefined}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      firstDayOfWeek="mon"
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <FieldNotes id={id} hint={hint} error={error} />
      <Group className={styles['group'] ?? ''}>
        <DateInput className={styles['parts'] ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles['part'] ?? ''} />}
        </DateInput>
        <Button className={styles['open'] ?? ''} aria-label={words.open}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <Popover className={styles['popover'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Calendar firstDayOfWeek="mon">
            <header className={styles['head']}>
              <Button slot="previous" aria-label={words.before} className={styles['turn'] ?? ''}>
                <Icon name="left" />
              </Button>
              <CalendarHeading className={styles['month'] ?? ''} />
              <Button slot="next" aria-label={words.after} className={styles['turn'] ?? ''}>
                <Icon name="right" />
              </Button>
            </header>
            <CalendarGrid className={styles['days'] ?? ''} weekdayStyle="short">
              {(date) => <CalendarCell date={date} className={styles['day'] ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
