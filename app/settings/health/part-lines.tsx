import type { Say } from '#designer/say.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { words } from '../../words.ts';
import type { Part } from './parts-of.ts';

/** Each part with its state in a word and an icon, and its age in words. */
export async function PartLines({ parts }: { parts: Part[] }) {
  const { t } = await words();
  return (
    <List
      lines={parts.map(({ key, state, seconds, n }) => ({
        key,
        title: t(`health.part-${key}`),
        meta: sayMeaning(t, key, seconds, n),
        end:
          state === 'well' ? (
            <Chip look="ok" icon="check">
              {t('health.state-well')}
            </Chip>
          ) : (
            <Chip look={state === 'ill' ? 'inverse' : 'ochre'} icon={state === 'ill' ? 'octagon' : 'triangle'}>
              {t(`health.state-${state}`)}
            </Chip>
          ),
      }))}
    />
  );
}

function sayMeaning(t: Say, key: string, seconds: number | null, n = 0): string {
  const age = seconds === null ? t('health.nothing') : sayAge(t, seconds);
  return t.has(`health.means-${key}`) ? t(`health.means-${key}`, { age, n }) : age;
}

function sayAge(t: Say, seconds: number): string {
  if (seconds < 90) return t('unit.seconds', { n: Math.round(seconds) });
  if (seconds < 5_400) return t('unit.minutes', { n: Math.round(seconds / 60) });
  return t('unit.hours', { n: Math.round(seconds / 3_600) });
}
