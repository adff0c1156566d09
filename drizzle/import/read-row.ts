import { latLngToCell } from 'h3-js';
import type { Cell } from '../copy-rows.ts';
import type { Importable } from './importable.ts';
import type { Places } from './places.ts';

/** One thing wrong with one cell; `why` names its sentence in locales under `imports.why`. */
export type CellRefusal = { column: string; why: string; value: string };
export type RowRead = { ok: true; cells: Cell[] } | { ok: false; refusals: CellRefusal[] };

const H3_RESOLUTION = 8;

/** The columns of `staged` that a row fills, in the order of `readRow`'s cells. */
export function stagedColumns(core: readonly Importable[]): string[] {
  return ['line', 'zone', 'h3', 'attributes', ...core.map(({ name }) => `"${name}"`)];
}

/** Reads one record, cell by cell; an empty cell says nothing. All that is wrong with a row is told at once. */
export function readRow(
  record: readonly string[],
  {
    line,
    fields,
    core,
    places,
    today,
  }: {
    line: number;
    fields: readonly (Importable | undefined)[];
    core: readonly Importable[];
    places: Places;
    today: string;
  },
): RowRead {
  const refusals: CellRefusal[] = [];
  const told: Record<string, Cell> = {};
  const attributes: Record<string, unknown> = {};
  if (record.length !== fields.length)
    return { ok: false, refusals: [{ column: '', why: 'columns', value: String(record.length) }] };
  record.forEach((raw, i) => {
    const field = fields[i];
    const cell = raw.trim();
    if (!field || cell === '') return;
    const refuse = (why: string) => refusals.push({ column: field.name, why, value: cell });
    if (cell.includes('\uFFFD') || cell.includes('\0')) return refuse('encoding');
    const read = field.read(cell, today);
    if ('why' in read) return refuse(read.why);
    if (field.column === undefined) attributes[field.name] = read.value;
    else told[field.name] = read.value;
  });
  if (told['ref'] === undefined && !refusals.some(({ column }) => column === 'ref'))
    refusals.push({ column: 'ref', why: 'ref-missing', value: '' });
  const place = placeOf(told, places);
  refusals.push(...place.refusals);
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, cells: [line, place.zone, place.h3, attributes, ...core.map(({ name }) => told[name])] };
}

function placeOf(told: Record<string, Cell>, places: Places): { zone?: string; h3?: bigint; refusals: CellRefusal[] } {
  const { lat, lon, municipality } = told;
  const refusals: CellRefusal[] = [];
  const known = typeof municipality === 'string' ? places(municipality) : undefined;
  if (known) told['municipality'] = known.code;
  else if (typeof municipality === 'string')
    refusals.push({ column: 'municipality', why: 'unknown-municipality', value: municipality });
  if ((lat === undefined) !== (lon === undefined))
    refusals.push({ column: lat === undefined ? 'lat' : 'lon', why: 'half-a-place', value: '' });
  const h3 = typeof lat === 'number' && typeof lon === 'number' ? latLngToCell(lat, lon, H3_RESOLUTION) : undefined;
  return { refusals, ...(known ? { zone: known.zone } : {}), ...(h3 === undefined ? {} : { h3: BigInt(`0x${h3}`) }) };
}
