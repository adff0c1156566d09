import type { Metadata } from 'next';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { words } from '../words.ts';

/** The title and icon of a page about a run; about a drill both say so. */
export async function runMetadata(found: { run: RunProgress } | undefined): Promise<Metadata> {
  if (!found) return {};
  const { t } = await words();
  const { mode, journey } = found.run;
  return mode === 'drill'
    ? { title: `${t('shell.drill')} · ${journey.title}`, icons: { icon: '/icon-drill.svg' } }
    : { title: journey.title, icons: { icon: '/icon.svg' } };
}
