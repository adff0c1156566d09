import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { kinds } from '#engine/nodes/index.ts';
import { leadOf, titleOf } from '#ui/prose.tsx';

/** A short text of help, in Spanish. `name` is its address under /learn. */
export type Help = { name: string; title: string; lead: string; text: string };

const guides = path.join(process.cwd(), 'app', 'learn', 'guides');

/** The guides, in the order of their numbers: what one does with Cauce, step by step. */
export async function guideList(): Promise<Help[]> {
  const files = (await readdir(guides)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(files.map((file) => read(path.join(guides, file), file.replace(/^\d+-|\.md$/g, ''))));
}

/** What each kind of step is for, in the order of the palette; the same text that the designer shows beside it. */
export async function kindList(): Promise<Help[]> {
  return Promise.all(kinds.map(({ kind }) => kindHelp(kind)));
}

/** The help of one kind of step. */
export function kindHelp(kind: string): Promise<Help> {
  return read(path.join(process.cwd(), 'engine', 'nodes', kind, `${kind}.md`), kind);
}

async function read(file: string, name: string): Promise<Help> {
  const text = await readFile(file, 'utf8');
  return { name, title: titleOf(text) ?? name, lead: leadOf(text), text };
}
