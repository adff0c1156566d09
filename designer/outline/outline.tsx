'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { useDesk } from '../desk/use-desk.tsx';
import { fragmentOf } from '../store/fragment.ts';
import { nothing, type Selection, selectable, selectNodes } from '../store/selection.ts';
import { useDraft, useDraftStore } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './outline.module.css';
import { OutlineLine } from './outline-line.tsx';
import { type OutlineRow, openAtFirst, outlineRows } from './outline-rows.ts';
import { useTreeGrid } from './use-tree-grid.ts';

/**
 * The journey as a list: a treegrid of its steps in flow order, with their ways out, texts and comments under them. Every
 * command is here, by the row's menu and by its key; what is selected is the same as on the canvas.
 */
export function Outline() {
  const say = useSay();
  const store = useDraftStore();
  const desk = useDesk();
  const draft = useDraft((state) => state.draft);
  const selection = useDraft((state) => state.selection);
  const problems = useDraft((state) => state.problems);
  const [open, setOpen] = useState<ReadonlySet<string>>(openAtFirst);
  const rows = useMemo(() => outlineRows(draft, open), [draft, open]);
  const [focused, setFocused] = useState<string>('steps');
  const selected = rowOf(rows, selection);
  // The selection may change elsewhere (canvas, la frase, undo): then the row that has the focus follows it.
  const current = rows.some(({ key, selects }) => key === focused && sameSelection(selects, selection))
    ? focused
    : (selected ?? (rows.some(({ key }) => key === focused) ? focused : 'steps'));

  const go = (key: string, extend: boolean) => {
    const row = rows.find((one) => one.key === key);
    if (!row) return;
    setFocused(key);
    store.select(extend ? together(selection, row.selects) : row.selects);
  };
  const { element, press, focusRow } = useTreeGrid({
    rows,
    open,
    setOpen: (key, now) => setOpen((before) => toggled(before, key, now)),
    current,
    go,
    selectAll: () => store.select(selectNodes(...draft.nodes.map(({ id }) => id))),
  });
  // A command that asks something first hands the focus back to the row it was begun on; what it selected meanwhile takes it.
  const begun = useRef(false);
  const owed = useRef<string | null>(null);
  // What a command selected takes the focus, if the outline had it.
  useEffect(() => {
    const active = document.activeElement;
    if (begun.current) owed.current = current;
    if (active?.matches('[data-row]') && element.current?.contains(active)) focusRow(current);
    else if (active === document.body && element.current?.dataset['had'] === 'focus') focusRow(current);
  }, [current, element, focusRow]);

  return (
    <div className={styles['frame']}>
      <div
        ref={element}
        role="treegrid"
        aria-label={say('outline.label')}
        aria-multiselectable
        aria-describedby="outline-help"
        className={styles['grid']}
        onFocusCapture={(event) => {
          const key = owed.current;
          if (key === null || !isRow(event.target)) return;
          owed.current = null;
          begun.current = false;
          if (event.target.dataset['row'] === key) return;
          event.stopPropagation();
          focusRow(key);
        }}
        onFocus={(event) => (event.currentTarget.dataset['had'] = 'focus')}
        onBlur={(event) => {
          if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget))
            delete event.currentTarget.dataset['had'];
        }}
        onKeyDown={(event) => {
          begun.current = false;
          const moved = press(event);
          const did = !moved && isRow(event.target) && desk.press(event);
          if (did) begun.current = true;
          if (moved || did) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onCopy={(event) => copy(event, false)}
        onCut={(event) => copy(event, true)}
        onPaste={(event) => {
          if (!isRow(event.target)) return;
          event.preventDefault();
          desk.paste(event.clipboardData.getData('text/plain'));
        }}
      >
        <div role="row" className={styles['head']}>
          {(['name', 'does', 'leads', 'problems', 'acts'] as const).map((column) => (
            <span key={column} role="columnheader" className={styles[column]}>
              {say(`outline.column-${column}`)}
            </span>
          ))}
        </div>
        {rows.map((row) => (
          <OutlineLine
            key={row.key}
            row={row}
            draft={draft}
            problems={problems}
            open={open.has(row.key)}
            current={row.key === current}
            selected={isAmong(row.selects, selection)}
            onOpen={(now) => setOpen((before) => toggled(before, row.key, now))}
            onGo={(extend) => go(row.key, extend)}
          />
        ))}
      </div>
      <p id="outline-help" className={styles['help']}>
        {say('outline.help')}
      </p>
    </div>
  );

  function copy(event: React.ClipboardEvent, cut: boolean) {
    if (!isRow(event.target) || selection.nodes.length + selection.notes.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', JSON.stringify(fragmentOf(draft, selection), null, 2));
    if (cut) desk.begin('remove');
  }
}

const isRow = (target: EventTarget): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('[data-row]');

function toggled(before: ReadonlySet<string>, key: string, open: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (open) after.add(key);
  else after.delete(key);
  return after;
}

const sameSelection = (a: Selection, b: Selection) =>
  selectable.every((kind) => a[kind].length === b[kind].length && a[kind].every((name) => b[kind].includes(name)));

/** Whether a row's own thing is one of several that are selected. */
const isAmong = (row: Selection, selection: Selection) =>
  selectable.some((kind) => row[kind].length > 0) &&
  selectable.every((kind) => row[kind].every((name) => selection[kind].includes(name)));

/** The first row that stands for exactly what is selected; the list of steps where nothing is. */
function rowOf(rows: OutlineRow[], selection: Selection): string | undefined {
  const of = rows.find(({ selects }) => sameSelection(selects, selection) && !sameSelection(selects, nothing));
  return of?.key ?? rows.find(({ selects, row }) => row === 'step' && isAmong(selects, selection))?.key;
}

const together = (a: Selection, b: Selection): Selection => ({
  nodes: [...new Set([...a.nodes, ...b.nodes])],
  edges: [],
  notes: [...new Set([...a.notes, ...b.notes])],
  frames: [...new Set([...a.frames, ...b.frames])],
  groups: [...new Set([...a.groups, ...b.groups])],
});
