'use client';

import { connect } from '../commands/connect.ts';
import { disconnect } from '../commands/disconnect.ts';
import { targetOptions } from '../desk/options.ts';
import type { Draft } from '../store/draft.ts';
import { useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';

/** Where a way out leads, chosen in place from the steps in flow order. */
export function TargetCell({ row, draft, current }: { row: OutlineRow; draft: Draft; current: boolean }) {
  const say = useSay();
  const store = useDraftStore();
  const { node: from = '', port = '' } = row.of;
  const to = draft.edges.find((edge) => edge.from === from && edge.port === port)?.to ?? '';
  return (
    <select
      className={styles['target']}
      tabIndex={current ? 0 : -1}
      aria-label={say('outline.target')}
      value={to}
      onChange={({ target: { value } }) => {
        if (value === '') store.run(disconnect, { from, port });
        else store.run(connect, { from, port, to: value });
      }}
    >
      <option value="">{say('outline.nowhere')}</option>
      {targetOptions(say, draft).map(({ key, title, meta }) => (
        <option key={key} value={key}>
          {meta} · {title}
        </option>
      ))}
    </select>
  );
}
