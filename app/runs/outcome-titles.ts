import type { Journey } from '#engine/journey.ts';

/** How the journey's author called each outcome: the title of the first end that leads to it. */
export function outcomeTitles({ nodes }: Journey): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const { kind, title, config } of nodes) {
    const outcome = (config as Record<string, unknown> | undefined)?.['outcome']; // unparsed: any kind's config
    if (kind === 'end' && title && typeof outcome === 'string') titles[outcome] ??= title;
  }
  return titles;
}
