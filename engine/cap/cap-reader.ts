import type { Problem } from '../problem.ts';
import type { NamedValue } from './cap-alert.ts';
import { type CapInstant, readCapInstant } from './cap-instant.ts';
import type { XmlElement } from './xml-tree.ts';

/** A place in a CAP document from which fields are read; what is wrong or loose is collected under its path. */
export type CapReader = { element: XmlElement; path: (string | number)[]; problems: Problem[] };

/** Collects what is wrong (error) or loose (warning) about a field. */
export function report(
  reader: CapReader,
  code: string,
  severity: Problem['severity'],
  field: string,
  params?: Problem['params'],
) {
  reader.problems.push({ code, severity, path: [...reader.path, field], ...(params && { params }) });
}

/** The child elements of a name, each as a reader with its own path. */
export function each(reader: CapReader, name: string): CapReader[] {
  return reader.element.children
    .filter((child) => child.name === name)
    .map((element, i) => ({ element, path: [...reader.path, name, i], problems: reader.problems }));
}

/** The texts of all children of a name, empty ones left out. */
export function texts(reader: CapReader, name: string): string[] {
  return each(reader, name).flatMap(({ element }) => element.text.trim() || []);
}

/** The text of a field that may stand once; the first one counts, further ones are an error because they cannot both be meant. */
export function text(reader: CapReader, name: string): string | undefined {
  const [first, ...others] = texts(reader, name);
  if (others.some((other) => other !== first)) report(reader, 'cap-repeated', 'error', name);
  return first;
}

/** The text of a field that must be there; '' after reporting that it is missing. */
export function requiredText(reader: CapReader, name: string): string {
  const found = text(reader, name);
  if (found === undefined) report(reader, 'cap-missing', 'error', name);
  return found ?? '';
}

/** A value out of a list of CAP's own; an unknown one is an error, the first of the list stands in for it. */
export function choice<T extends string>(reader: CapReader, name: string, options: readonly [T, ...T[]]): T {
  return asOption(reader, name, requiredText(reader, name), options) ?? options[0];
}

/** All values of a repeated field, out of a list of CAP's own. */
export function choices<T extends string>(reader: CapReader, name: string, options: readonly T[]): T[] {
  return texts(reader, name).flatMap((value) => asOption(reader, name, value, options) ?? []);
}

/** An instant that may be missing. */
export function instant(reader: CapReader, name: string): CapInstant | undefined {
  const value = text(reader, name);
  if (value === undefined) return undefined;
  const read = readCapInstant(value);
  if (!read) report(reader, 'cap-time', 'error', name, { value: shortened(value) });
  for (const note of read?.notes ?? []) report(reader, note, 'warning', name, { value: shortened(value) });
  return read?.instant;
}

/** A number that may be missing. */
export function number(reader: CapReader, name: string): number | undefined {
  const value = text(reader, name);
  if (value === undefined) return undefined;
  const read = readNumber(value);
  if (read === undefined) report(reader, 'cap-number', 'error', name, { value: shortened(value) });
  return read;
}

/** Name and value pairs; CAP 1.0 wrote them as one text, `name=value`. */
export function namedValues(reader: CapReader, name: string): NamedValue[] {
  return each(reader, name).flatMap((pair) => {
    const valueName = text(pair, 'valueName');
    const value = text(pair, 'value');
    if (valueName !== undefined) return { valueName, value: value ?? '' };
    const [, oldName, oldValue] = /^([^=]+)=([\s\S]*)$/.exec(pair.element.text.trim()) ?? [];
    if (oldName !== undefined && oldValue !== undefined) return { valueName: oldName.trim(), value: oldValue.trim() };
    report(pair, 'cap-missing', 'warning', 'valueName');
    return [];
  });
}

/** A plain decimal number, or undefined. */
export function readNumber(value: string): number | undefined {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value) ? Number(value) : undefined;
}

/** As much of a stranger's text as a sentence can hold. */
export function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}

function asOption<T extends string>(
  reader: CapReader,
  name: string,
  value: string,
  options: readonly T[],
): T | undefined {
  if (name === 'certainty' && value === 'Very Likely') {
    report(reader, 'cap-very-likely', 'warning', name); // CAP 1.0, dropped in 1.1
    return asOption(reader, name, 'Likely', options);
  }
  const found = options.find((option) => option === value);
  if (found === undefined && value !== '')
    report(reader, 'cap-unknown-value', 'error', name, { value: shortened(value), known: options.join(', ') });
  return found;
}
