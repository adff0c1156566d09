import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Parsed, parse } from '#engine/journey.ts';

/** From the root, where every process of Cauce runs: the pages are bundled, and have no place of their own. */
const here = join(process.cwd(), 'gallery');

/** A file of texts is named by its language; easy-read Spanish has a private subtag of its own. */
const languageOf: Record<string, string> = { 'es-easy': 'es-x-easy' };

/** The journeys of the gallery, by the name of their folder. */
export function galleryFolders(): string[] {
  return readdirSync(here).filter((name) => existsSync(join(here, name, 'journey.json')));
}

/**
 * Reads a journey kept as a folder (`journey.json` and `texts/<language>.json`) as the one document that `parse` takes. A
 * name without a slash is a folder of the gallery.
 */
export function loadJourney(folder: string): Parsed {
  return parse(documentOf(folder.includes('/') ? folder : join(here, folder)));
}

function documentOf(folder: string): unknown {
  const document = readJson(join(folder, 'journey.json')) as Record<string, unknown>; // parse looks at every field
  const files = existsSync(join(folder, 'texts')) ? readdirSync(join(folder, 'texts')) : [];
  const texts: Words = {};
  const followUps: Words = {};
  for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
    const name = basename(file, '.json');
    const language = languageOf[name] ?? name;
    const said = readJson(join(folder, 'texts', file)) as Record<string, unknown>;
    for (const [node, words] of Object.entries(said))
      if (node.startsWith('@')) (followUps[node.slice(1)] ??= {})[language] = words;
      else (texts[language] ??= {})[node] = words;
  }
  return {
    ...document,
    ...(Object.keys(texts).length > 0 && { texts }),
    ...(Object.keys(followUps).length > 0 && { followUps }),
  };
}

/** Two keys deep: language → node for texts, kind → language for follow-ups. */
type Words = Record<string, Record<string, unknown>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
