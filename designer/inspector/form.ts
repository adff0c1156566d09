import { z } from 'zod';
import { type Field, fields } from '#engine/field.ts';

/** One field of a form, as its Zod schema and its hint tell it. */
export type FormField = {
  name: string;
  control: Field['control'];
  /** May be left out. */
  optional: boolean;
  /** What counts when nothing is written. */
  fallback: unknown;
  /** The values of a choice. */
  options: readonly string[];
  /** Bounds of a figure. */
  least?: number | undefined;
  most?: number | undefined;
  /** The most characters of a text. */
  longest?: number | undefined;
  schema: z.ZodType;
};

/** The form of a config: one field for each of its keys that has a hint, in the order of the schema. */
export function formOf(schema: z.ZodType): FormField[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Record<string, unknown> = schema.shape;
  return Object.entries(shape).flatMap(([name, field]) => {
    const hint = field instanceof z.ZodType ? fields.get(field) : undefined;
    return hint && field instanceof z.ZodType ? [fieldOf(name, hint, field)] : [];
  });
}

/** One field by itself, for forms that are no config. */
export function fieldOf(name: string, { control }: Field, schema: z.ZodType): FormField {
  const inner = innermost(schema);
  const absent = schema.safeParse(undefined);
  return {
    name,
    control,
    optional: absent.success,
    fallback: absent.success ? absent.data : undefined,
    options: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
    ...(inner instanceof z.ZodNumber ? { least: bound(inner.minValue), most: bound(inner.maxValue) } : {}),
    ...(inner instanceof z.ZodString ? { longest: inner.maxLength ?? undefined } : {}),
    schema,
  };
}

/** The schema under what only says that it may be missing. */
function innermost(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    const inner = schema.unwrap();
    return inner instanceof z.ZodType ? innermost(inner) : schema;
  }
  return schema;
}

// Safe integers are the bounds of any whole number, and nobody need hear of them.
const bound = (value: number | null) =>
  value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
