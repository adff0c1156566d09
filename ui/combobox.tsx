'use client';

import { type ReactNode, useId, useState } from 'react';
import { ComboLine, type ComboOption } from './combo-line.tsx';
import { describedBy, FieldFrame } from './field-frame.tsx';
import { fitsQuery } from './fits-query.ts';

export type { ComboOption } from './combo-line.tsx';

/** One of many, found by typing. Give `written` and `onWrite` to search elsewhere; otherwise the options are narrowed here. */
export function Combobox({
  label,
  options,
  chosen,
  onChoose,
  written,
  onWrite,
  hint,
  error,
  empty,
  words,
}: {
  label: string;
  options: readonly ComboOption[];
  chosen: string | null;
  onChoose: (key: string) => void;
  written?: string;
  onWrite?: (text: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  /** What is said when nothing fits. */
  empty: ReactNode;
  words: { open: string; found: (count: number) => string };
}) {
  const id = useId();
  const settled = options.find(({ key }) => key === chosen)?.title ?? '';
  /** What is being typed; null: nothing, the line says what is chosen. */
  const [own, setOwn] = useState<string | null>(null);
  const write = onWrite ?? ((text: string) => setOwn(text === settled ? null : text));
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <ComboLine
        id={id}
        options={onWrite || own === null ? options : options.filter((option) => fitsQuery(option, own))}
        typed={written ?? own ?? settled}
        onType={write}
        settled={settled}
        onChoose={({ key, title }) => {
          write(onWrite ? title : settled);
          onChoose(key);
        }}
        empty={empty}
        words={words}
        invalid={error !== undefined}
        aria-label={label}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}
