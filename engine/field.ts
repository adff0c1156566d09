import { z } from 'zod';

export const controls = [
  'text',
  'paragraph',
  'template',
  'number',
  'switch',
  'choice',
  'slug',
  'words',
  'duration',
  'rule',
  'ladder',
  'answers',
  'wait',
  'hours',
  'event',
  'calendar',
  'variable',
  'value',
  'facts',
  'shares',
  'branches',
  'outcomes',
  'connection',
  'mapping',
  'skill',
  'municipality',
  'languages',
  'basis',
  'purpose',
] as const;
/** How an official edits one field: the control from the closed list. Its words stand in the kind's `<kind>.words.json`. */
export type Field = { control: (typeof controls)[number] };

/** Editing hints of config fields. `.register(fields, …)` comes last: hints sit on the instance. */
export const fields = z.registry<Field>();
