import type { Problem } from '#engine/problem.ts';
import { type Locale, pickLocale } from '#locales/locale.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { translator } from '#locales/translator.ts';

/** One field that is wrong: where it stands (dotted path, header or parameter), a stable code, and why, where more can be said. */
export type WrongField = { field: string; code: string; why?: string };

export type Refusal = {
  status: number;
  /** Stable for programs; its sentence stands in locales/ under `refused`. */
  code: string;
  params?: Record<string, string | number>;
  errors?: WrongField[];
  headers?: Record<string, string>;
};

/** An answer of RFC 9457: what was refused, which field and why, in the language that was asked for. */
export function refuse(request: Request, { status, code, params, errors = [], headers }: Refusal): Response {
  const t = translator(localeOf(request));
  const title = t(`refused.${code}`, params);
  const told = errors.map((error) => ({ ...error, why: error.why ?? title }));
  const [first] = told;
  const detail =
    !first || first.why === title ? title : `${title} ${first.field ? `${first.field}: ` : ''}${first.why}`;
  const body = { type: `urn:cauce:problem:${code}`, title, status, detail, code, ...(first && { errors: told }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

/** Refuses for reasons that a function of ours gave as problems, each with its place and sentence. */
export function refuseProblems(request: Request, status: number, code: string, problems: readonly Problem[]): Response {
  const t = translator(localeOf(request));
  const errors = problems.slice(0, 50).map((problem) => ({
    field: problem.node ? `nodes.${problem.node}` : (problem.path ?? []).join('.'),
    code: problem.code,
    why: sayProblem(t, problem),
  }));
  return refuse(request, { status, code, errors });
}

/** The language of whoever asks: their choice in the pages, else the best of Accept-Language, else Spanish. */
export function localeOf(request: Request): Locale {
  const chosen = /(?:^|;\s*)locale=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return pickLocale(chosen, request.headers.get('accept-language'));
}
