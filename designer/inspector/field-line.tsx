'use client';

import { InspectorField } from '#ui/inspector-field.tsx';
import { controls } from '../controls/index.ts';
import type { InspectorContext } from './context.ts';
import type { FieldProblem } from './field-problems.ts';
import type { FormField } from './form.ts';

/** One field of a form: its words, its control, and what is wrong with it. `words` is where its words stand: `fields.<words>`. */
export function FieldLine({
  id,
  field,
  words,
  value,
  onChange,
  problems,
  pending,
  context,
}: {
  id: string;
  field: FormField;
  words: string;
  value: unknown;
  onChange: (value: unknown) => void;
  problems: readonly FieldProblem[];
  pending?: string | undefined;
  context: InspectorContext;
}) {
  const { say } = context;
  const { group, Edit } = controls[field.control];
  const key = `fields.${words}.${field.name}`;
  const hint = say.has(`${key}.hint`) ? say(`${key}.hint`) : undefined;
  // Problems deeper inside are told by the control, beside the part they are about.
  const own = problems.filter(({ path }) => path.length === 0);
  const error = own.find(({ severity }) => severity === 'error');
  return (
    <InspectorField
      id={id}
      label={say.has(`${key}.label`) ? say(`${key}.label`) : field.name}
      group={group}
      hint={hint}
      problems={placed.has(field.control) ? own : [...own, ...problems.filter((one) => one.path.length > 0)]}
      pending={pending}
    >
      <Edit
        id={id}
        value={value}
        onChange={onChange}
        field={field}
        problems={problems}
        sayOption={(option) => sayOption(say, key, field.name, option)}
        describedBy={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
        context={context}
      />
    </InspectorField>
  );
}

/** Controls that show problems of their parts themselves. */
const placed = new Set<FormField['control']>(['rule', 'ladder', 'answers', 'branches']);

/** A kind says the values of its own choices; those that others share have words of their own. */
function sayOption(say: InspectorContext['say'], key: string, name: string, option: string): string {
  if (say.has(`${key}.is.${option}`)) return say(`${key}.is.${option}`);
  return say.has(`${name}.${option}`) ? say(`${name}.${option}`) : option;
}
