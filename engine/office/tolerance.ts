import type { MessageClass } from '../journey.ts';

/** How far the people of a launch may differ from the number that was signed, as a share of it: an emergency cannot wait for a new count. */
export function toleranceOf(messageClass: MessageClass): number {
  return messageClass === 'emergency' ? 0.2 : 0.05;
}

/** The fewest and the most people who may be reached under what was signed. */
export function bounds({ count, tolerance }: { count: number; tolerance: number }): { least: number; most: number } {
  // In whole hundredths: 0.05 × 100 people are five, whatever floating point says.
  const apart = Math.floor((count * Math.round(tolerance * 100)) / 100);
  return { least: count - apart, most: count + apart };
}

/** Whether so many people are still what was signed; fewer count too, since a rule that finds hardly anybody is broken. */
export function isWithin(signed: { count: number; tolerance: number }, people: number): boolean {
  const { least, most } = bounds(signed);
  return people >= least && people <= most;
}
