import type { House } from '#drizzle/queries/house.ts';
import { type Grant, may } from '#engine/office/permission.ts';
import { ModeStrip } from '#ui/mode-strip.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { Brake } from '../runs/brake.tsx';
import { words } from '../words.ts';

/**
 * What runs for real, above every page, with its brake: whoever may brake can do so from wherever they are. The page of a
 * run (`shown`) has that run's brake itself.
 */
export async function RunningStrip({
  house: { running, runningInAll },
  grants,
  shown,
}: {
  house: House;
  grants: readonly Grant[];
  shown: string | undefined;
}) {
  const [first] = running.filter(({ id, emergency }) => emergency || id !== shown);
  if (!first) return null;
  const { t } = await words();
  const others = runningInAll - 1;
  return (
    <ModeStrip
      mode={first.emergency ? 'live' : 'calm'}
      word={t(first.emergency ? 'shell.live' : first.pausedAt ? 'shell.paused' : 'shell.running')}
      end={
        first.id !== shown && (
          <Brake
            run={first}
            inside={first.inside}
            may={{
              brake: may(grants, 'run.brake', first.unitId),
              resume: may(grants, 'run.resume', first.unitId),
            }}
          />
        )
      }
    >
      <Link href={`/runs/${first.id}`}>{first.title}</Link>
      {' · '}
      {t('shell.inside', { n: first.inside })}
      {others > 0 && (
        <>
          {' · '}
          <Link href="/runs">{t('shell.othersRun', { n: others })}</Link>
        </>
      )}
    </ModeStrip>
  );
}
