import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { OutlineRow } from './outline-rows.ts';

type Grid = {
  rows: OutlineRow[];
  open: ReadonlySet<string>;
  setOpen: (key: string, open: boolean) => void;
  /** The row that has the focus. */
  current: string;
  /** Moves the focus; `extend` adds the row to what is selected. */
  go: (key: string, extend: boolean) => void;
  selectAll: () => void;
};

/**
 * The keys of an ARIA treegrid whose rows take the focus: up and down, Home and End, Page keys; right opens a row and then
 * enters its controls, left leaves them, closes the row and then goes to the row above it; Shift extends the selection.
 * Answers whether the key was one of these.
 */
export function useTreeGrid({ rows, open, setOpen, current, go, selectAll }: Grid) {
  const element = useRef<HTMLDivElement>(null);
  const rowElement = useCallback(
    (key: string) => element.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null,
    [],
  );
  const press = (event: KeyboardEvent): boolean => {
    const at = rows.findIndex(({ key }) => key === current);
    const row = rows[at];
    if (!row || event.altKey) return false;
    const onRow = event.target === rowElement(current);
    const to = (index: number) => {
      const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (target) {
        go(target.key, event.shiftKey);
        requestAnimationFrame(() => rowElement(target.key)?.focus());
      }
      return true;
    };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && onRow) {
      selectAll();
      return true;
    }
    // In a control the arrows are the control's; only Escape and Left come back to the row.
    if (!onRow) {
      if (event.key !== 'Escape' && !(event.key === 'ArrowLeft' && !isField(event.target))) return false;
      rowElement(current)?.focus();
      return true;
    }
    if (event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowDown':
        return to(at + 1);
      case 'ArrowUp':
        return to(at - 1);
      case 'PageDown':
        return to(at + 10);
      case 'PageUp':
        return to(at - 10);
      case 'Home':
        return to(0);
      case 'End':
        return to(rows.length - 1);
      case 'ArrowRight':
        if (row.opens && !open.has(row.key)) setOpen(row.key, true);
        else rowElement(current)?.querySelector<HTMLElement>('select, button, a, input')?.focus();
        return true;
      case 'ArrowLeft':
        if (row.opens && open.has(row.key)) setOpen(row.key, false);
        else to(rows.findLastIndex(({ level }, i) => i < at && level < row.level));
        return true;
      default:
        return false;
    }
  };
  return { element, press, focusRow: (key: string) => rowElement(key)?.focus() };
}

const isField = (target: EventTarget) => target instanceof HTMLSelectElement || target instanceof HTMLInputElement;
