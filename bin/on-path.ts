import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { inheritedEnvironment } from '#env';

/** Where a command lies on PATH; undefined when it is not there. */
export function onPath(command: string): string | undefined {
  const folders = (inheritedEnvironment()['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, command)).find(runnable);
}

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
