'use client';

import { type ReactNode, useState } from 'react';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

export type Column = { key: string; title: string; figures?: boolean; sortable?: boolean };
/** `sort` is what a column orders by when the cell is not plain text. */
export type Cell = string | number | { show: ReactNode; sort: string | number };
export type Row = { key: string; cells: Record<string, Cell> };
export type Order = { key: string; down: boolean };

/**
 * A table with 40 px rows; sortable columns have a button in their heading. Figures stand right. `number` writes them. On a
 * phone each row is a small sheet, every value under the name of its column; with `wide` it stays a table and scrolls.
 */
export function Table({
  caption,
  columns,
  rows,
  number,
  captionHidden = false,
  wide = false,
  empty,
}: {
  caption: string;
  columns: Column[];
  rows: Row[];
  number?: (n: number) => string;
  captionHidden?: boolean;
  /** What is read across its columns, as a matrix is. */
  wide?: boolean;
  /** What is said in place of lines when there are none. */
  empty?: ReactNode;
}) {
  const [order, setOrder] = useState<Order>();
  const sorted = order ? inOrder(rows, order) : rows;
  return (
    // Wider than a phone: it scrolls on its own, and can be reached by keyboard to do so.
    <div className={styles['scroll']} role="group" tabIndex={0} aria-label={caption}>
      {/* The roles are those it has anyway; said, for a browser forgets them where the rows are shown as sheets. */}
      <table className={`${styles['table']} ${wide ? '' : styles['sheets']}`} role="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Heading key={column.key} column={column} order={order} onOrder={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sorted.length === 0 && empty && (
            <tr role="row">
              <td role="cell" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
          {sorted.map((row) => (
            <tr key={row.key} role="row">
              {columns.map(({ key, title, figures }, i) => {
                const shown = showCell(row.cells[key], number);
                const look = figures ? styles['figures'] : undefined;
                return i === 0 ? (
                  <th key={key} role="rowheader" scope="row" className={look} data-title={title}>
                    <div>{shown}</div>
                  </th>
                ) : (
                  <td key={key} role="cell" className={look} data-title={title}>
                    <div>{shown}</div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  column,
  order,
  onOrder,
}: {
  column: Column;
  order: Order | undefined;
  onOrder: (o: Order) => void;
}) {
  const { key, title, figures, sortable } = column;
  const here = order?.key === key ? order : undefined;
  const sort = here && (here.down ? 'descending' : 'ascending');
  return (
    <th role="columnheader" scope="col" className={figures ? styles['figures'] : undefined} aria-sort={sort}>
      {sortable ? (
        <button
          type="button"
          className={styles['sort']}
          onClick={() => onOrder({ key, down: here ? !here.down : !!figures })}
        >
          {title}
          <span className={styles['direction']}>{here && <Icon name={here.down ? 'down' : 'up'} size={14} />}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

/** A cell as it is shown; figures are written by `number`. */
export function showCell(cell: Cell | undefined, number: ((n: number) => string) | undefined): ReactNode {
  if (typeof cell === 'number') return number ? number(cell) : cell;
  return typeof cell === 'object' ? cell.show : cell;
}

/** Rows ordered by one column: figures by size, words as the alphabet has them. */
export function inOrder(rows: Row[], order: Order): Row[] {
  return rows.toSorted((a, b) => compare(a, b, order));
}

function compare(a: Row, b: Row, { key, down }: Order): number {
  const [one, other] = [worth(a.cells[key]), worth(b.cells[key])];
  const order =
    typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other));
  return down ? -order : order;
}

const worth = (cell: Cell | undefined) => (typeof cell === 'object' ? cell.sort : (cell ?? ''));
