'use client';

import { useState } from 'react';
import fieldStyles from '#ui/field.module.css';

/**
 * A figure as somebody types it: what is no figure yet is handed on as it stands, so that nothing typed is lost and the
 * problem shows; nothing is `undefined`. Decimal commas count.
 */
export function NumberInput({
  value,
  onChange,
  width,
  ...rest
}: {
  id?: string;
  value: unknown;
  onChange: (value: number | string | undefined) => void;
  width?: number;
  'aria-label'?: string;
  'aria-labelledby'?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}) {
  const [written, setWritten] = useState<string>();
  const shown = written !== undefined && numberOf(written) === value ? written : told(value);
  return (
    <input
      {...rest}
      className={fieldStyles['input']}
      inputMode="decimal"
      autoComplete="off"
      size={4}
      style={width === undefined ? undefined : { width }}
      value={shown}
      onChange={(event) => {
        setWritten(event.target.value);
        onChange(numberOf(event.target.value));
      }}
      onBlur={() => setWritten(undefined)}
    />
  );
}

function numberOf(text: string): number | string | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

const told = (value: unknown) =>
  typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';
