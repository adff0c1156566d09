import { useEffect, useRef } from 'react';
import type { FormState } from './form-state.ts';

/** The errors of a form by field, and the ref of its summary, which takes the focus whenever the server answers with some. */
export function useErrors(state: FormState) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.errors.length > 0) summary.current?.focus();
  }, [state]);
  const of = (field: string) => state.errors.find((error) => error.field === field)?.sentence;
  return { summary, of };
}
