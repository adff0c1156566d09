import { z } from 'zod';

export const controls = [
  'text',
  'number',
  'switch',
  'choice',
  'slug',
  'duration',
  'rule',
  'ladder',
  'answers',
  'wait',
  'hours',
  'area',
  'event',
  'calendar',
  'variable',
  'value',
  'shares',
  'branches',
  'outcomes',
  'connection',
  'mapping',
  'skill',
] as const;
/** How an official edits one field: the control from the closed list. Labels live in locales under `fields.<kind>.<name>`. */
export type Field = { control: (typeof controls)[number] };

/** Editing hints of config fields. `.register(fields, …)` comes last: hints sit on the instance. */
export const fields = z.registry<Field>();
