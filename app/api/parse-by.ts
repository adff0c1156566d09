import { z } from 'zod';
import { dig } from '#engine/rule/read-fact.ts';
import { translator } from '#locales/translator.ts';
import type { Read } from './read-body.ts';
import { localeOf, refuse, type WrongField } from './refuse.ts';

/** Reads a value by a schema of the contract, or refuses with every field that is wrong and why, in the language asked for. */
export function parseBy<S extends z.ZodType>(
  request: Request,
  schema: S,
  value: unknown,
  under = '',
): Read<z.output<S>> {
  const locale = localeOf(request);
  const words = (sentences[locale] ?? sentences['es'])!;
  const read = schema.safeParse(value, { error: words.localeError });
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues
    .flatMap(innermost)
    .slice(0, 50)
    .map(asField(request, value, under));
  return { ok: false, answer: refuse(request, { status: 422, code: 'unfit', errors }) };
}

const sentences: Partial<Record<string, ReturnType<typeof z.locales.es>>> = {
  es: z.locales.es(),
  ca: z.locales.ca(),
  en: z.locales.en(),
};

/** A union says only that nothing fitted: the way that came nearest says why. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [nearest = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  return nearest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

const depth = (issues: z.core.$ZodIssue[]) => Math.max(0, ...issues.map(({ path }) => path.length));

function asField(request: Request, whole: unknown, under: string) {
  const t = translator(localeOf(request));
  return ({ path, message, code }: z.core.$ZodIssue): WrongField => {
    const field = [...(under ? [under] : []), ...path.map(String)].join('.');
    // Our own checks carry a code in place of a sentence.
    const own = ['problems', 'refused']
      .map((family) => `${family}.${message}`)
      .find((key) => /^[\w.-]+$/.test(key) && t.has(key));
    return own ? { field, code: message, why: t(own, { fact: wordAt(whole, path) }) } : { field, code, why: message };
  };
}

/** The word that was wrong, as far as it is one, to be quoted in a sentence. */
function wordAt(whole: unknown, path: readonly PropertyKey[]): string {
  const word = dig(whole, path.map(String));
  return typeof word === 'string' ? word.slice(0, 100) : '';
}
