import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Parsed, parse } from '#engine/journey.ts';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { fileBytes, jsonOf, Wrong } from './command.ts';
import { words } from './words.ts';

/** Reads a journey from a file, a folder (journey.json and texts/), or by the name of a gallery folder. */
export function readJourney(file: string): Parsed {
  if (!existsSync(file) && galleryFolders().includes(file)) return loadJourney(file);
  if (!existsSync(file)) throw new Wrong(words.noSuchFile(file, galleryFolders()));
  const folder = statSync(file).isDirectory() ? file : folderOf(file);
  if (folder === undefined) return parse(jsonOf(fileBytes(file).toString('utf8'), file));
  if (!existsSync(path.join(folder, 'journey.json')))
    throw new Wrong(words.noSuchFile(path.join(folder, 'journey.json'), []));
  try {
    return loadJourney(`${path.resolve(folder)}/`);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Wrong(words.notJson(folder, error.message));
    throw error;
  }
}

/** A journey.json with texts beside it is read with them. */
function folderOf(file: string): string | undefined {
  const folder = path.dirname(path.resolve(file));
  return path.basename(file) === 'journey.json' && existsSync(path.join(folder, 'texts')) ? folder : undefined;
}
