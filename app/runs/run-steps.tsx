'use client';

import dynamic from 'next/dynamic';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Drawing as Drawn } from '#designer/draw.ts';
import { Table } from '#ui/table.tsx';
import styles from './run-steps.module.css';

// Only who looks at the drawing loads the canvas.
const Drawing = dynamic(() => import('#designer/drawing.tsx').then(({ Drawing: loaded }) => loaded), {
  ssr: false,
  loading: () => <Waiting />,
});

/** Where people stand, as a drawing or as the same table. */
export function RunSteps({
  drawing,
  people,
  view,
  stale,
  enrolled,
}: {
  drawing: Drawn;
  people: Record<string, number> | null;
  /** `auto`: the drawing where there is room for it, the table on a phone. */
  view: 'canvas' | 'table' | 'auto';
  stale: boolean;
  enrolled: number;
}) {
  const t = useTranslations();
  const narrow = useNarrow();
  const standing = useMemo(
    () =>
      people &&
      Object.fromEntries(
        Object.entries(people).map(([node, n]) => [
          node,
          { words: t('drawing.people', { n }), figure: t('figure.n', { n }) },
        ]),
      ),
    [people, t],
  );
  if (view === 'canvas' || (view === 'auto' && !narrow))
    return (
      <Drawing
        of={drawing}
        people={standing}
        stale={stale}
        label={t('drawing.label')}
        words={{
          zoomIn: t('drawing.zoomIn'),
          zoomOut: t('drawing.zoomOut'),
          fit: t('drawing.fit'),
          controls: t('drawing.controls'),
        }}
      />
    );
  const number = (n: number) => t('figure.n', { n });
  return (
    <div className={styles['table']}>
      <Table
        caption={t('run.steps')}
        captionHidden
        number={number}
        columns={[
          { key: 'order', title: t('run.column-order'), figures: true, sortable: true },
          { key: 'step', title: t('run.column-step'), sortable: true },
          ...(people
            ? [
                { key: 'people', title: t('run.column-people'), figures: true, sortable: true },
                { key: 'share', title: t('run.column-share'), figures: true },
              ]
            : []),
          { key: 'kind', title: t('run.column-kind'), sortable: true },
          { key: 'next', title: t('run.column-next') },
        ]}
        rows={inFlowOrder(drawing).map(({ id, title, kindName, ports }, i) => {
          const n = people?.[id] ?? 0;
          return {
            key: id,
            cells: {
              order: i + 1,
              step: title,
              kind: kindName,
              next: ports.map(({ id: port, label }) => `${label}: ${follows(drawing, id, port)}`).join(' · ') || '—',
              people: n,
              share: t('figure.percent', { n: enrolled > 0 ? (100 * n) / enrolled : 0 }),
            },
          };
        })}
      />
    </div>
  );
}

/** Whether the window is a phone's; false until the page has come alive. */
function useNarrow(): boolean {
  return useSyncExternalStore(
    watchWidth,
    () => matchMedia(phone).matches,
    () => false,
  );
}

const phone = '(max-width: 640px)';

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

const inFlowOrder = ({ cards }: Drawn) => cards.toSorted((a, b) => a.y - b.y || a.x - b.x);

function follows({ cards, edges }: Drawn, from: string, port: string): string {
  const edge = edges.find((one) => one.from === from && one.port === port);
  return cards.find(({ id }) => id === edge?.to)?.title ?? '—';
}

function Waiting() {
  const t = useTranslations();
  return <p className={styles['waiting']}>{t('drawing.waiting')}</p>;
}
