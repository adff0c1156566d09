import { Liquid, type Template as Parsed } from 'liquidjs';
import type { Problem } from '../problem.ts';
import { escapeValue, type Medium, meet } from './escape-value.ts';
import { FILTER_NAMES, filtersFor, type Wording, words } from './filters.ts';

/** What a text may mention, by name: a citizen's attributes, the member's variables, the message. */
export type Values = { readonly [name: string]: Value };
export type Value = string | number | boolean | null | undefined | readonly Value[] | Values;

/** Where and in which language a text is read. */
export type Setting = Wording & { medium: Medium };

export type Template = { setting: Setting; liquid: Liquid; parsed: Parsed[] };
export type Read<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Where a value meets the words around it; stands in no text, which could not be stored with it. */
const SEAM = '\u0000';
const TAGS = ['if', 'unless', 'case', 'raw', 'comment', '#'];
/** A page is its words and what lays them out. */
const longestTemplate = (medium: Medium) => (medium === 'html' ? 120_000 : 20_000);

/**
 * Reads an official's text: Liquid with `if`, `unless`, `case` and the filters of filters.ts, nothing else. Problems:
 * template-tag {tag}, template-filter {filter}, template-length {longest}, template-syntax {line, column}.
 */
export function parseTemplate(source: string, setting: Setting): Read<Template> {
  const liquid = liquidFor(setting);
  const longest = longestTemplate(setting.medium);
  if (source.length > longest) return failed('template-length', { longest });
  try {
    return { ok: true, value: { setting, liquid, parsed: liquid.parse(source) } };
  } catch (error) {
    return syntaxProblem(messageOf(error));
  }
}

/** Writes a text for these values, each made harmless; Problems: variable-missing {name}, template-render. */
export function renderTemplate({ liquid, parsed }: Template, values: Values): Read<string> {
  try {
    return { ok: true, value: String(liquid.renderSync(parsed, values)).split(SEAM).reduce(meet, '') };
  } catch (error) {
    const missing = /undefined variable: ([\w.[\]"'-]+)/.exec(messageOf(error))?.[1];
    return missing === undefined ? failed('template-render') : failed('variable-missing', { name: missing });
  }
}

/** The names that a template mentions, in dotted form, each once. */
export function variablesOf({ liquid, parsed }: Template): string[] {
  const segments = liquid.globalVariableSegmentsSync(parsed);
  return [
    ...new Set(
      segments.map((path) => path.filter((part) => typeof part === 'string' || typeof part === 'number').join('.')),
    ),
  ];
}

/** A failed reading with one error. */
export function failed(code: string, params?: Record<string, string | number>): { ok: false; problem: Problem } {
  return { ok: false, problem: params ? { code, severity: 'error', params } : { code, severity: 'error' } };
}

const engines = new Map<string, Liquid>();

function liquidFor(setting: Setting): Liquid {
  const name = `${setting.medium} ${setting.language} ${setting.zone}`;
  let liquid = engines.get(name);
  if (!liquid) {
    liquid = createLiquid(setting);
    engines.set(name, liquid);
  }
  return liquid;
}

function createLiquid(setting: Setting): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    // Only `{{ name | default: "…" }}` and conditions may meet a value that is not there.
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: (value: unknown) => SEAM + escapeValue(words(value), setting.medium) + SEAM,
    parseLimit: longestTemplate(setting.medium),
    renderLimit: 200,
    memoryLimit: 1_000_000,
  });
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.includes(tag)) delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters)) delete liquid.filters[filter];
  const filters = filtersFor(setting);
  for (const filter of FILTER_NAMES) liquid.registerFilter(filter, filters[filter]);
  return liquid;
}

function syntaxProblem(message: string): { ok: false; problem: Problem } {
  const tag = /tag "([^"]*)" not found/.exec(message)?.[1];
  if (tag !== undefined) return failed('template-tag', { tag });
  const filter = /undefined filter: (\S+)/.exec(message)?.[1]?.replace(/,$/, '');
  if (filter !== undefined) return failed('template-filter', { filter });
  const [, line = '1', column = '1'] = /line:(\d+), col:(\d+)/.exec(message) ?? [];
  return failed('template-syntax', { line: Number(line), column: Number(column) });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
