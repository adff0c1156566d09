import { database } from '#app/database.ts';
import { doorAt } from '#app/doors.ts';
import { audit } from '#drizzle/audit/append.ts';
import { type AuditLine, auditLines } from '#drizzle/audit/audit-lines.ts';
import { csvLine } from '#engine/text/csv-line.ts';
import { door } from '../../api/door.ts';
import { readAuditFilter } from '../audit-filter.ts';

export const dynamic = 'force-dynamic';

const here = { scope: null, action: doorAt('/audit/export').action };
const page = 2_000;

/**
 * What is shown of the audit as a file: `?format=csv`, for spreadsheets, or `jsonl`. The whole chain for verifying it is
 * written by `npm run cauce -- audit export`. That it was taken out is an act itself.
 */
export function GET(request: Request): Promise<Response> {
  return door(request, here, async (who) => {
    const query = new URL(request.url).searchParams;
    const { before: _, ...filter } = readAuditFilter(query);
    const format = query.get('format') === 'jsonl' ? 'jsonl' : 'csv';
    const rows: string[] = format === 'csv' ? [`\ufeff${csvLine(columns)}`] : [];
    let lines: AuditLine[] = [];
    let count = 0;
    do {
      lines = await auditLines(database(), who.units, filter, { before: lines.at(-1)?.seq, limit: page });
      rows.push(lines.map(format === 'csv' ? asCsv : asJson).join(''));
      count += lines.length;
    } while (lines.length === page);
    await audit(database(), {
      who: who.by,
      unitId: who.unitId,
      act: 'export.made',
      about: { kind: 'audit', id: 'page' },
      detail: { what: 'audit', format, rows: count },
    });
    return new Response(rows.join(''), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
        'content-disposition': `attachment; filename="audit.${format}"`,
        'cache-control': 'no-store',
      },
    });
  });
}

const columns = ['seq', 'at', 'act', 'who', 'whoId', 'about', 'aboutId', 'unit', 'detail', 'reason', 'hash'];

function asCsv({ seq, at, act, who, about, unit, detail, reason, hash }: AuditLine): string {
  return csvLine([
    seq,
    at,
    act,
    who.name ?? who.kind,
    who.id,
    about.name ?? about.kind,
    about.id,
    unit,
    detail && JSON.stringify(detail),
    reason,
    hash,
  ]);
}

const asJson = (line: AuditLine) => `${JSON.stringify(line)}\n`;
