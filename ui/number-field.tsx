'use client';

import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { NumberField as AriaNumberField, Group, Input, Label } from 'react-aria-components/NumberField';
import fieldStyles from './field.module.css';
import { FieldNotes } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import styles from './number-field.module.css';

/** A figure that can be typed, or stepped by buttons, arrow keys and Page keys; written in the reader's own way (1.204). */
export function NumberField({
  label,
  value,
  onChange,
  least,
  most,
  step = 1,
  hint,
  error,
  words,
  id: given,
  ...rest
}: {
  label: string;
  /** NaN: nothing written yet. */
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most?: number;
  step?: number;
  hint?: string | undefined;
  error?: string | undefined;
  words: { less: string; more: string };
  id?: string;
  name?: string;
  isDisabled?: boolean;
}) {
  const own = useId();
  const id = given ?? own;
  return (
    <AriaNumberField
      {...rest}
      id={id}
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      {...(least === undefined ? {} : { minValue: least })}
      {...(most === undefined ? {} : { maxValue: most })}
      step={step}
      isInvalid={error !== undefined}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
      decrementAriaLabel={words.less}
      incrementAriaLabel={words.more}
    >
      <Label>{label}</Label>
      <FieldNotes id={id} hint={hint} error={error} />
      <Group className={`${styles['group']} ${fieldStyles['whole']}`}>
        <Button slot="decrement" className={styles['step'] ?? ''}>
          <Icon name="minus" size={16} />
        </Button>
        <Input className={styles['input'] ?? ''} />
        <Button slot="increment" className={styles['step'] ?? ''}>
          <Icon name="plus" size={16} />
        </Button>
      </Group>
    </AriaNumberField>
  );
}
