'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { DrillContext, type DrillDoor } from '#designer/trying/drill-door.ts';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import type { Problem } from '#engine/problem.ts';
import { nodeOf } from '#engine/state-name.ts';
import { isRunning } from '../../../runs/run-arithmetic.ts';
import { useRun } from '../../../runs/use-run.ts';
import { startDrill, stopDrill } from './acts.ts';

/** Gives the designer the way to run its draft as a drill, and what the running one counts. */
export function DraftDrill({
  slug,
  running: first,
  children,
}: {
  slug: string;
  running: RunProgress | null;
  children: ReactNode;
}) {
  const t = useTranslations();
  const [followed, follow] = useState(first);
  const [progress, setProgress] = useState(first);
  const [stale, setStale] = useState(false);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [busy, act] = useTransition();
  const hear = useCallback((heard: RunProgress, connected: boolean) => {
    setProgress(heard);
    setStale(!connected);
  }, []);
  const door = useMemo((): DrillDoor => {
    const running = followed && progress && isRunning(progress) ? progress : null;
    return {
      running: running && { address: `/runs/${running.id}` },
      living: progress && {
        stale,
        people: Object.fromEntries(
          Object.entries(peopleAt(progress)).map(([node, n]) => [
            node,
            { words: t('drawing.people', { n }), figure: t('figure.n', { n }) },
          ]),
        ),
      },
      start: (minutes) =>
        act(async () => {
          const answer = await startDrill(slug, minutes).catch(() => ({ run: null, problems: [unreachable] }));
          setRefused(answer.problems);
          if (!answer.run) return;
          follow(answer.run);
          setProgress(answer.run);
        }),
      stop: () =>
        act(async () => {
          const problems = await stopDrill(slug).catch(() => [unreachable]);
          setRefused(problems);
          if (problems.length === 0) setProgress(null);
        }),
      busy,
      refused,
    };
  }, [t, slug, followed, progress, stale, busy, refused]);
  return (
    <DrillContext value={door}>
      {followed && <Follow key={followed.id} run={followed} hear={hear} />}
      {children}
    </DrillContext>
  );
}

function Follow({ run, hear }: { run: RunProgress; hear: (progress: RunProgress, connected: boolean) => void }) {
  const { progress, connected } = useRun(run);
  useEffect(() => hear(progress, connected), [hear, progress, connected]);
  return null;
}

/** People by the step they stand at. */
function peopleAt({ nodes }: RunProgress): Record<string, number> {
  const people: Record<string, number> = {};
  for (const [state, n] of Object.entries(nodes)) {
    const node = nodeOf(state);
    people[node] = (people[node] ?? 0) + n;
  }
  return people;
}

const unreachable: Problem = { code: 'house-unreachable', severity: 'error' };
