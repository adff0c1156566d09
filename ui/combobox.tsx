'use client';

import { type ReactNode, useId } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import styles from './combobox.module.css';
import fieldStyles from './field.module.css';
import { FieldNotes } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import options from './options.module.css';

export type ComboOption = { key: string; title: string; meta?: string | undefined };

/** One of many, found by typing. Give `written` and `onWrite` to search elsewhere; otherwise the options are narrowed here. */
export function Combobox({
  label,
  options: offered,
  chosen,
  onChoose,
  written,
  onWrite,
  free = false,
  hint,
  error,
  empty,
  words,
}: {
  label: string;
  options: ComboOption[];
  chosen: string | null;
  onChoose: (key: string | null) => void;
  written?: string;
  onWrite?: (text: string) => void;
  /** What is typed counts although it is on no list. */
  free?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  /** What is said when nothing fits. */
  empty: ReactNode;
  words: { open: string };
}) {
  const id = useId();
  return (
    <ComboBox
      className={styles['field'] ?? ''}
      items={offered}
      {...(onWrite ? { items: offered } : { defaultItems: offered })}
      selectedKey={chosen}
      onSelectionChange={(key) => onChoose(key === null ? null : String(key))}
      {...(written === undefined ? {} : { inputValue: written })}
      {...(onWrite ? { onInputChange: onWrite } : {})}
      allowsCustomValue={free}
      allowsEmptyCollection
      menuTrigger="input"
      isInvalid={error !== undefined}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <Label>{label}</Label>
      <FieldNotes id={id} hint={hint} error={error} />
      <div className={`${styles['group']} ${fieldStyles['whole']}`}>
        <Input className={styles['input'] ?? ''} />
        <Button className={styles['open'] ?? ''} aria-label={words.open}>
          <Icon name="down" size={16} />
        </Button>
      </div>
      <Popover className={options['popover'] ?? ''}>
        <ListBox<ComboOption>
          className={options['options'] ?? ''}
          renderEmptyState={() => <p className={options['empty']}>{empty}</p>}
        >
          {({ key, title, meta }) => (
            <ListBoxItem id={key} textValue={title} className={options['option'] ?? ''}>
              <span className={options['words']}>
                {title}
                {meta && <span className={options['meta']}>{meta}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
