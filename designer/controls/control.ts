import type { ComponentType } from 'react';
import type { InspectorContext } from '../inspector/context.ts';
import type { FieldProblem } from '../inspector/field-problems.ts';
import type { FormField } from '../inspector/form.ts';

/**
 * What every control is given, and all it is given. `value` may be anything: what cannot be read is shown as far as it
 * goes and kept until it is changed. `onChange(undefined)` takes the value away.
 */
export type ControlProps = {
  /** The id of what takes the focus; `${id}-label` names it, `${id}-hint` and `${id}-error` describe it. */
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  field: FormField;
  problems: readonly FieldProblem[];
  /** How a value of a choice is said. */
  sayOption: (option: string) => string;
  describedBy: string | undefined;
  context: InspectorContext;
};

/** `group` controls are several things under one name; the others are one, and a label points at it. */
export type Control = { group: boolean; Edit: ComponentType<ControlProps> };
