import { words } from '../words.ts';

const silentMs = 1_500;

export type Say = (line: string) => void;

/** Runs one step of the start: a line when it takes longer than a moment, a line with its time when it is done. */
export async function step<T>(say: Say, name: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const late = setTimeout(() => say(`… ${name}`), silentMs);
  try {
    const result = await work();
    say(`✓ ${name} (${words.seconds(Date.now() - began)})`);
    return result;
  } finally {
    clearTimeout(late);
  }
}
