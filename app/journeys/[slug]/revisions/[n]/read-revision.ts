import { revisionDocument } from '#drizzle/queries/revision-document.ts';
import { parse } from '#engine/journey.ts';
import { database } from '../../../../database.ts';

/** A revision by the number in the address, or the draft, read as a journey; undefined when there is none such. */
export async function readRevision(slug: string, n: string, units: readonly string[]) {
  if (n !== 'draft' && !/^[1-9]\d{0,8}$/.test(n)) return undefined;
  const found = await revisionDocument(database(), { slug, units, n: n === 'draft' ? 'draft' : Number(n) });
  return found && { ...found, parsed: parse(found.document) };
}
