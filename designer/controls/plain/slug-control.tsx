import fieldStyles from '#ui/field.module.css';
import type { Control } from '../control.ts';
import styles from '../controls.module.css';
import { textOf } from '../read-value.ts';

/** A short name for machines and reports: capitals, accents and spaces become what fits while they are typed. */
export const slugControl: Control = {
  group: false,
  Edit: ({ id, value, onChange, problems, describedBy }) => (
    <input
      id={id}
      className={`${fieldStyles['input']} ${styles['mono']}`}
      value={textOf(value)}
      onChange={(event) => onChange(fitting(event.target.value))}
      autoComplete="off"
      spellCheck={false}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      aria-describedby={describedBy}
    />
  ),
};

const fitting = (written: string) =>
  written
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '');
