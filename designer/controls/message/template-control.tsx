'use client';

import type { Control } from '../control.ts';
import { textOf } from '../read-value.ts';
import { TemplateEditor } from './template-editor.tsx';

/** A line of text that may carry values of the person. */
export const templateControl: Control = {
  group: true,
  Edit: ({ id, value, onChange, problems, describedBy, context }) => (
    <TemplateEditor
      id={id}
      value={textOf(value)}
      onChange={onChange}
      labelledBy={`${id}-label`}
      describedBy={describedBy}
      language={context.say.locale}
      invalid={problems.some(({ severity }) => severity === 'error')}
      context={context}
      lines={1}
      single
    />
  ),
};
