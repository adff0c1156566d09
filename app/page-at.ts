import { pages } from './pages.ts';

/** The line of the map that an address belongs to. */
export function pageAt(address: string): (typeof pages)[number] | undefined {
  const steps = (address.split(/[?#]/)[0] ?? '').split('/').filter(Boolean);
  const found = pages.filter(({ path }) => fits(path.split('/').filter(Boolean), steps));
  // A name written out wins over a parameter: /journeys/new over /journeys/[slug].
  return found.sort((a, b) => a.path.split('[').length - b.path.split('[').length)[0];
}

const fits = (pattern: string[], steps: string[]) =>
  pattern.length === steps.length && pattern.every((part, i) => part.startsWith('[') || part === steps[i]);
