/** How long (ms) something may move: not at all for those who asked for less movement. */
export function calmly(ms: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : ms;
}
