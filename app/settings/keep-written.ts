import { type FormEvent, startTransition } from 'react';

/** Sends a form to its server function and leaves what was written in it: React empties a form after an action of its own. */
export const keepWritten = (submit: (form: FormData) => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  startTransition(() => submit(form));
};
