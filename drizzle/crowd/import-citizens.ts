import { join } from 'node:path';
import type { Actor } from '#engine/office/audit-entry.ts';
import type { Problem } from '#engine/problem.ts';
import { audit } from '../audit/append.ts';
import { copyRows } from '../copy-rows.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import {
  catalogued,
  coreImportables,
  type Importable,
  importableAttribute,
  importableCalled,
} from '../import/importable.ts';
import { createStaged, type Merged, mergeStagedCitizens } from '../import/merge-staged-citizens.ts';
import { loadPlaces } from '../import/places.ts';
import { type CsvRecord, readCsv } from '../import/read-csv.ts';
import { readRow, stagedColumns } from '../import/read-row.ts';
import { type RefusedRows, refusedRows } from '../import/refused-rows.ts';
import { catalogueOf } from '../queries/catalogue.ts';
import { beginImport, endImport } from '../queries/imports.ts';

export type Imported = {
  ok: true;
  importId: string;
  rows: number;
  added: number;
  changed: number;
  refused: number;
  /** Members who were told that something they wait on changed. */
  woken: number;
  /** Headers that mean nothing to us: their columns were left unread. */
  unread: string[];
  /** The CSV of refused rows, if any. */
  errorsPath?: string;
};

export type ImportRequest = {
  who: Actor;
  unitId: string;
  /** What the file is called, for the list of imports and as the source of what it says. */
  name: string;
  file: AsyncIterable<Uint8Array>;
  /** Where the CSV of refused rows is kept. */
  errorsFolder: string;
  /** The sentence of a reason, in the reader's language. */
  explain?: (why: string) => string;
};

/**
 * Imports citizens from a CSV of any size: a good row adds or changes the citizen with its `ref`, a bad one is refused with
 * line, column and reason. All good rows become visible at once, and members who wait on a changed attribute are woken.
 */
export async function importCitizens(
  database: Database,
  request: ImportRequest,
): Promise<Imported | { ok: false; problems: Problem[] }> {
  const { unitId, name } = request;
  const records = readCsv(request.file);
  const catalogue = catalogued(await catalogueOf(database, unitId)).map(importableAttribute);
  const heading = readHeading((await records.next()).value?.record ?? [], [...coreImportables, ...catalogue]);
  if (!heading.ok) return heading;
  const importId = await beginImport(database, { unitId, name });
  const refusals = refusedRows(join(request.errorsFolder, `${importId}.csv`), request.explain ?? ((why) => why));
  const read = { rows: 0 };
  try {
    const merged = await transaction(database, async (tx) => {
      const done = await stageAndMerge(tx, { unitId, source: name, records, refusals, fields: heading.fields, read });
      const detail = { rows: read.rows, added: done.added, changed: done.changed };
      const about = { kind: 'import', id: importId } as const;
      await audit(tx, { who: request.who, unitId, act: 'people.imported', about, detail });
      return done;
    });
    const { refused, path } = await refusals.close();
    await endImport(database, { importId, status: 'done', rows: read.rows, refused, errorsPath: path });
    const { added, changed, woken } = merged;
    return {
      ok: true,
      importId,
      rows: read.rows,
      added,
      changed,
      refused,
      woken,
      unread: heading.unread,
      ...(path ? { errorsPath: path } : {}),
    };
  } catch (error) {
    await refusals.close();
    await endImport(database, { importId, status: 'failed', rows: read.rows, refused: 0 });
    throw error;
  }
}

type Work = {
  unitId: string;
  source: string;
  records: AsyncIterable<CsvRecord>;
  refusals: RefusedRows;
  fields: readonly (Importable | undefined)[];
  read: { rows: number };
};

async function stageAndMerge(
  tx: Transaction,
  { unitId, source, records, refusals, fields, read }: Work,
): Promise<Merged> {
  const core = fields.filter((field) => field?.column !== undefined) as Importable[]; // those without a column are filtered out
  const places = await loadPlaces(tx);
  const { rows } = await tx.query<{ today: string }>(
    `select to_char(now() at time zone 'Europe/Madrid', 'YYYY-MM-DD') as today`,
  );
  const today = rows[0]?.today ?? '';
  async function* goodRows() {
    for await (const { record, line } of records) {
      read.rows += 1;
      const row = readRow(record, { line, fields, core, places, today });
      if (row.ok) yield row.cells;
      else await refusals.add(line, row.refusals);
    }
  }
  await createStaged(tx, core);
  await copyRows(tx, 'staged', stagedColumns(core), goodRows());
  await tx.query('create index on staged (ref)');
  await tx.query('analyze staged');
  const merged = await mergeStagedCitizens(tx, { unitId, columns: core, source, add: true });
  for (const { line, ...refusal } of merged.refusals) await refusals.add(line, [refusal]);
  return merged;
}

type Heading = { ok: true; fields: (Importable | undefined)[]; unread: string[] } | { ok: false; problems: Problem[] };

function readHeading(headers: readonly string[], among: readonly Importable[]): Heading {
  const fields = headers.map((header) => importableCalled(header, among));
  const problems: Problem[] = [];
  if (!fields.some((field) => field?.name === 'ref'))
    problems.push({
      code: 'import-without-ref',
      severity: 'error',
      params: { headers: headers.join(', ').slice(0, 300) },
    });
  for (const [i, field] of fields.entries())
    if (field && fields.findIndex((other) => other?.name === field.name) !== i)
      problems.push({
        code: 'import-column-twice',
        severity: 'error',
        params: { column: headers[i] ?? '', attribute: field.name },
      });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, fields, unread: headers.filter((_, i) => fields[i] === undefined) };
}
