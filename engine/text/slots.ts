import { escapeValue, type Medium, meet } from './escape-value.ts';
import { FILTER_NAMES, type Filter, type FilterName, filtersFor, words } from './filters.ts';
import {
  parseTemplate,
  type Read,
  renderTemplate,
  type Setting,
  type Value,
  type Values,
  variablesOf,
} from './template.ts';

/** A text ready to be written for many citizens; `slotted` when it takes microseconds each, `variables` are the names it mentions. */
export type PreparedText = {
  slotted: boolean;
  variables: string[];
  write(values: Values): Read<string>;
};

/** Prepares a text once per (text, language, medium): plain outputs become slots, anything else is full Liquid; both write the same. */
export function prepareText(source: string, setting: Setting): Read<PreparedText> {
  const template = parseTemplate(source, setting);
  if (!template.ok) return template;
  const full = (values: Values): Read<string> => renderTemplate(template.value, values);
  const variables = variablesOf(template.value);
  const slots = slotsOf(source, setting);
  if (!slots) return { ok: true, value: { slotted: false, variables, write: full } };
  return {
    ok: true,
    value: { slotted: true, variables, write: (values) => fillSlots(slots, values, setting.medium) ?? full(values) },
  };
}

type Slot = { path: string[]; filters: { apply: Filter; argument: Value }[]; lenient: boolean };
/** One literal more than slots. */
type Slots = { literals: string[]; slots: Slot[] };

const OUTPUT =
  /^\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*((?:\|\s*[a-z]+\s*(?::\s*(?:"[^"{}\\]*"|'[^'{}\\]*'|\d{1,9})\s*)?)*)$/;
const FILTER = /\|\s*([a-z]+)\s*(?::\s*(?:"([^"]*)"|'([^']*)'|(\d+)))?/g;
// Liquid gives these words a meaning of their own.
const SPECIAL = new Set(['size', 'first', 'last', 'nil', 'null', 'true', 'false', 'empty', 'blank']);

function slotsOf(source: string, setting: Setting): Slots | undefined {
  if (source.includes('{%')) return undefined;
  const filters = filtersFor(setting);
  const [start = '', ...pieces] = source.split('{{');
  const literals = [start];
  const slots: Slot[] = [];
  for (const piece of pieces) {
    const end = piece.indexOf('}}');
    const slot = end < 0 ? undefined : slotOf(piece.slice(0, end), filters);
    if (!slot) return undefined;
    slots.push(slot);
    literals.push(piece.slice(end + 2));
  }
  return { literals, slots };
}

function slotOf(output: string, filters: Record<FilterName, Filter>): Slot | undefined {
  const [, name, written = ''] = OUTPUT.exec(output) ?? [];
  if (name === undefined) return undefined;
  const path = name.split('.');
  if (path.some((part) => SPECIAL.has(part))) return undefined;
  const used = [...written.matchAll(FILTER)];
  if (used.some(([, filter]) => !FILTER_NAMES.includes(filter as FilterName))) return undefined;
  return {
    path,
    lenient: used[0]?.[1] === 'default',
    filters: used.map(([, filter, double, single, figures]) => ({
      apply: filters[filter as FilterName],
      argument: double ?? single ?? (figures === undefined ? undefined : Number(figures)),
    })),
  };
}

/** Undefined when a value is missing or not a plain one: then full Liquid decides. */
function fillSlots({ literals, slots }: Slots, values: Values, medium: Medium): Read<string> | undefined {
  let text = literals[0] as string;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as Slot;
    let value: unknown = follow(values, slot.path);
    if (typeof value === 'object' && value !== null) return undefined;
    if (value === undefined && !slot.lenient) return undefined;
    for (const { apply, argument } of slot.filters) value = apply(value, argument);
    text = meet(meet(text, escapeValue(words(value), medium)), literals[i + 1] as string);
  }
  return { ok: true, value: text };
}

function follow(values: Values, path: string[]): Value {
  let value: Value = values;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Values)[part];
  }
  return value;
}
