import { notFound } from 'next/navigation';
import { isId } from '#engine/is-id.ts';

/** The id in a field of a form; anything else is a page that is not there. */
export function idOf(form: FormData, name: string): string {
  const id = form.get(name);
  if (typeof id !== 'string' || !isId(id)) notFound();
  return id;
}
