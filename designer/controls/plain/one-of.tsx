import fieldStyles from '#ui/field.module.css';
import type { ControlProps } from '../control.ts';
import { textOf } from '../read-value.ts';

type Offered = { value: string; title: string };

/** One of what the house or the journey has. A value that a file brought and nobody offers stays until another is chosen. */
export function OneOf({
  offered,
  empty,
  foreign: sayForeign = (one) => one,
  of: { id, value, onChange, problems, describedBy },
}: {
  offered: readonly Offered[];
  /** What no value is called, and whether it can be chosen again afterwards. */
  empty: { title: string; stays: boolean };
  /** How a value that nobody offers is said; as it is written, unless told otherwise. */
  foreign?: (value: string) => string;
  of: Pick<ControlProps, 'id' | 'value' | 'onChange' | 'problems' | 'describedBy'>;
}) {
  const now = textOf(value);
  const foreign =
    now === '' || offered.some((one) => one.value === now) ? [] : [{ value: now, title: sayForeign(now) }];
  return (
    <select
      id={id}
      className={fieldStyles['input']}
      value={now}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      aria-describedby={describedBy}
    >
      {(now === '' || empty.stays) && <option value="">{empty.title}</option>}
      {[...foreign, ...offered].map((one) => (
        <option key={one.value} value={one.value}>
          {one.title}
        </option>
      ))}
    </select>
  );
}
