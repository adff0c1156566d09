import type { Say } from '#designer/say.ts';

/** Who acted, in words: the name of today, or what is left of them. */
export function sayActor(t: Say, { kind, id, name }: { kind: string; id: string; name: string | null }): string {
  if (name !== null) return name;
  if (kind === 'official') return t('audit.goneOfficial');
  if (kind === 'key') return t('audit.goneKey');
  return kind === 'command' ? t('audit.command', { id }) : t('audit.system', { id });
}
