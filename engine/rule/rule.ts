import { z } from 'zod';

/** How deep groups may nest, and how many comparisons one rule may hold. */
export const maxDepth = 12;
export const maxComparisons = 200;

/** A bound text: what Postgres can hold, so never U+0000 nor half a surrogate pair. */
const text = z
  .string()
  .max(500)
  .refine((value) => !/[\0\p{Cs}]/u.test(value), { message: 'text-not-storable' });
const day = z.iso.date().refine((value) => !value.startsWith('0000'), { message: 'year-zero' });
/** A date in a rule: ISO 8601, or `today` in the citizen's zone. */
const date = z.union([z.literal('today'), day]);
const days = z.number().int().min(0).max(36_500);
const age = z.number().int().min(0).max(150);
const degrees = z.number().gt(-1_000).lt(1_000); // what is off the globe is told by checkRule
const point = z.tuple([degrees, degrees]);

const fact = z
  .string()
  .max(200)
  .regex(/^(?:citizen\.[A-Za-z_][\w-]*|member\.[A-Za-z_][\w-]*|event(?:\.[A-Za-z_][\w-]*)+)$/, {
    message: 'unknown-fact',
  });

const comparisonSchema = z.discriminatedUnion('is', [
  z.strictObject({ fact, is: z.enum(['equals', 'not-equals']), value: z.union([text, z.number(), z.boolean()]) }),
  z.strictObject({ fact, is: z.enum(['in', 'not-in']), value: z.array(z.union([text, z.number()])).max(10_000) }),
  z.strictObject({ fact, is: z.enum(['contains', 'starts-with', 'has']), value: text }),
  z.strictObject({ fact, is: z.literal('has-any'), value: z.array(text).max(10_000) }),
  z.strictObject({ fact, is: z.enum(['less', 'at-most', 'greater', 'at-least']), value: z.number() }),
  z.strictObject({
    fact,
    is: z.literal('between'),
    value: z.union([z.tuple([z.number(), z.number()]), z.tuple([date, date])]),
  }),
  z.strictObject({ fact, is: z.enum(['before', 'after', 'on']), value: date }),
  z.strictObject({ fact, is: z.enum(['in-last-days', 'in-next-days']), value: days }),
  z.strictObject({ fact, is: z.literal('age-between'), value: z.tuple([age, age]) }),
  z.strictObject({ fact, is: z.enum(['exists', 'missing', 'inside-area-of-event']) }),
  z.strictObject({ fact, is: z.enum(['in-municipality', 'in-province']), value: z.array(text).max(10_000) }),
  z.strictObject({ fact, is: z.literal('inside-polygon'), value: z.array(point).max(5_000) }),
  z.strictObject({
    fact,
    is: z.literal('within-km'),
    value: z.strictObject({ lat: z.number(), lon: z.number(), km: z.number() }),
  }),
]);

/** One question about one fact: `citizen.<attribute>`, `member.<variable>` or `event.<dotted path>`. */
export type Comparison = OnePerOperator<z.infer<typeof comparisonSchema>>;
export type Operator = Comparison['is'];
// Operators that take the same share one schema above; apart they let TypeScript narrow by `is`.
type OnePerOperator<C extends { is: string }> = C extends { is: string }
  ? { [I in C['is']]: { [K in keyof C]: K extends 'is' ? I : C[K] } }[C['is']]
  : never;
/** A condition over a citizen's attributes, a member's variables and the event in hand. */
export type Rule = { all: Rule[] } | { any: Rule[] } | { not: Rule } | Comparison;

const nested: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(nested) }),
    z.strictObject({ any: z.array(nested) }),
    z.strictObject({ not: nested }),
    comparisonSchema,
  ]),
);

/**
 * Reads any JSON value as a rule. Depth and size are looked at first and without recursion, so that no input can
 * exhaust the stack; every issue carries the path of the comparison at fault.
 */
export const ruleSchema = z.unknown().superRefine(locateIssues).pipe(nested);

function locateIssues(raw: unknown, context: z.RefinementCtx) {
  const open: Place[] = [{ raw, path: [], depth: 1 }];
  let comparisons = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const complain = (message: string, path = place.path) => context.addIssue({ code: 'custom', message, path });
    if (place.depth > maxDepth) return complain('rule-too-deep');
    const group = groupKey(place.raw);
    if (group === undefined) {
      comparisons += 1;
      if (comparisons > maxComparisons) return complain('rule-too-long', []);
      for (const issue of comparisonSchema.safeParse(place.raw).error?.issues ?? [])
        context.addIssue({ code: 'custom', message: issue.message, path: [...place.path, ...issue.path] });
      continue;
    }
    const { key, inside, alone } = group;
    if (!alone) complain('group-with-other-keys');
    const path = [...place.path, key];
    if (key === 'not') open.push({ raw: inside, path, depth: place.depth + 1 });
    else if (!Array.isArray(inside)) complain('group-not-a-list', path);
    else if (inside.length > maxComparisons) return complain('rule-too-long', path);
    else
      inside.forEach((part: unknown, index) =>
        open.push({ raw: part, path: [...path, index], depth: place.depth + 1 }),
      );
    if (open.length > maxDepth * maxComparisons) return complain('rule-too-long', []);
  }
}

type Place = { raw: unknown; path: (string | number)[]; depth: number };

function groupKey(raw: unknown) {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const key = (['all', 'any', 'not'] as const).find((name) => Object.hasOwn(raw, name));
  if (key === undefined) return undefined;
  const inside: unknown = (raw as Record<string, unknown>)[key];
  return { key, inside, alone: Object.keys(raw).length === 1 };
}
