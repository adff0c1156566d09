import type { Compiled } from '../compile.ts';
import type { Journey } from '../journey.ts';
import { contentHash } from './content-hash.ts';

/** The identity of a revision to the letter: its document, texts included, and the machine that is really lived. */
export function journeyHash({ journey, compiled }: { journey: Journey; compiled: Compiled }): string {
  // Where cards stand on the canvas is no part of what is approved.
  const { layout: _, ...document } = journey;
  return contentHash({ document, compiled });
}
