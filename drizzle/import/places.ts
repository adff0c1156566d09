import { communityOf } from '#engine/time/province.ts';
import type { Queryable } from '../database.ts';

/** Finds a municipality by INE code (a zero lost by a spreadsheet is put back) or by its name where only one has it. */
export type Places = (said: string) => { code: string; zone: string } | undefined;

/** Reads the municipalities once, for a whole file; where none are known, any well-formed INE code is one. */
export async function loadPlaces(database: Queryable): Promise<Places> {
  const { rows } = await database.query<{ code: string; name: string }>('select code, name from municipality');
  const codes = new Set(rows.map(({ code }) => code));
  const byName = new Map<string, string | null>();
  for (const { code, name } of rows)
    for (const said of new Set([name, ...name.split('/')].map(plain))) byName.set(said, byName.has(said) ? null : code);
  return (said) => {
    const digits = /^\d{4,5}$/.test(said) ? said.padStart(5, '0') : undefined;
    const code = digits ?? byName.get(plain(said)) ?? undefined;
    if (!code || (codes.size > 0 ? !codes.has(code) : !communityOf(code))) return undefined;
    return { code, zone: code.startsWith('35') || code.startsWith('38') ? 'Atlantic/Canary' : 'Europe/Madrid' };
  };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
