import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

export type CsvRecord = { record: string[]; line: number };

/**
 * The records of a CSV file with the line on which each ends, as a stream that never holds the file: delimiter `;`, `,` or
 * tab by its first line; UTF-8, or Windows-1252 as spreadsheets in Spain still write.
 */
export async function* readCsv(file: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  const parts = file[Symbol.asyncIterator]();
  const head = await parts.next();
  if (head.done) return;
  const start = head.value.subarray(0, 65_536);
  const decoder = new TextDecoder(isUtf8(start) ? 'utf-8' : 'windows-1252');
  const firstLine = decoder.decode(start.subarray(0, 8_192)).split(/\r?\n/, 1)[0] ?? '';
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(firstLine),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  const text = Readable.from(decoded(head.value, parts, new TextDecoder(decoder.encoding)));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { record, line: info.lines };
}

async function* decoded(first: Uint8Array, rest: AsyncIterator<Uint8Array>, decoder: TextDecoder) {
  for (let part: IteratorResult<Uint8Array> = { value: first, done: false }; !part.done; part = await rest.next())
    yield decoder.decode(part.value, { stream: true });
  yield decoder.decode();
}

function isUtf8(start: Uint8Array): boolean {
  try {
    // `stream` forgives a character cut in two at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function delimiterOf(line: string): string {
  const count = (delimiter: string) => line.split(delimiter).length;
  return [';', ',', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
