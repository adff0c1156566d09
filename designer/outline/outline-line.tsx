'use client';

import { memo } from 'react';
import type { Problem } from '#engine/problem.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { Chip } from '#ui/chip.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Draft } from '../store/draft.ts';
import { useSay } from '../use-say.ts';
import styles from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { RowMenu } from './row-menu.tsx';
import { rowWords } from './row-words.ts';
import { TargetCell } from './target-cell.tsx';

type Line = {
  row: OutlineRow;
  draft: Draft;
  problems: Problem[];
  open: boolean;
  current: boolean;
  selected: boolean;
  onOpen: (open: boolean) => void;
  onGo: (extend: boolean) => void;
};

/** One row of the outline. Its controls are in the order of Tab only while it is the current one. */
export const OutlineLine = memo(function OutlineLine(line: Line) {
  const { row, draft, problems, open, current, selected, onOpen, onGo } = line;
  const say = useSay();
  const words = rowWords(say, draft, row);
  const found = problemsAt(row, problems);
  const [first] = found;
  return (
    <div
      role="row"
      data-row={row.key}
      tabIndex={current ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.opens ? open : undefined}
      aria-selected={selected}
      className={`${styles['row']} ${styles[row.row]}`}
      style={words.hue ? ({ '--hue': `var(--${words.hue})` } as React.CSSProperties) : undefined}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !current) onGo(false);
      }}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('button, select, a')) return;
        onGo(event.shiftKey || event.ctrlKey || event.metaKey);
        event.currentTarget.focus();
      }}
    >
      <span role="gridcell" className={styles['name']}>
        {row.opens ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles['open']}
            aria-label={say(open ? 'outline.close' : 'outline.open', { what: words.title })}
            onClick={() => onOpen(!open)}
          >
            <Icon name={open ? 'down' : 'right'} size={16} />
          </button>
        ) : (
          <span className={styles['open']} />
        )}
        {row.row === 'step' && <span className={styles['number']}>{row.position}</span>}
        <Icon name={words.icon} />
        <span className={styles['title']}>{words.title}</span>
      </span>
      <span role="gridcell" className={styles['does']}>
        {words.does}
      </span>
      <span role="gridcell" className={styles['leads']}>
        {row.row === 'way' ? (
          <TargetCell row={row} draft={draft} current={current} />
        ) : (
          words.leads && (
            <>
              <Icon name="arrow" size={16} /> {words.leads}
            </>
          )
        )}
      </span>
      <span role="gridcell" className={styles['problems']}>
        {first && (
          <Chip
            look={found.some(({ severity }) => severity === 'error') ? 'inverse' : 'ochre'}
            icon={found.some(({ severity }) => severity === 'error') ? 'octagon' : 'triangle'}
          >
            {sayProblem(say, first)}
            {found.length > 1 && ` ${say('outline.andMore', { n: found.length - 1 })}`}
          </Chip>
        )}
      </span>
      <span role="gridcell" className={styles['acts']}>
        <RowMenu row={row} title={words.title} current={current} onGo={onGo} />
      </span>
    </div>
  );
});

/** A problem is told on the row that it belongs to: a text's on the text when that row is there, all others on the step. */
function problemsAt(row: OutlineRow, problems: Problem[]): Problem[] {
  const { node, port, language, channel } = row.of;
  switch (row.row) {
    case 'step':
      return problems.filter((problem) => problem.node === node);
    case 'way':
      return problems.filter((problem) => problem.node === node && problem.params?.['port'] === port);
    case 'text':
      return problems.filter(
        ({ node: at, path = [] }) => at === node && path[0] === 'texts' && path[1] === language && path[3] === channel,
      );
    case 'journey':
      return problems.filter((problem) => problem.node === undefined);
    default:
      return [];
  }
}
