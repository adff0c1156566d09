'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';
import {
  Table as AriaTable,
  Cell,
  Column,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
} from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { Icon } from './icon.tsx';
import styles from './long-table.module.css';
import { type Column as Heading, inOrder, type Row as Line, showCell } from './table.tsx';

/**
 * A table of thousands of lines: only those in sight are in the page. Arrow keys walk its cells, Page and Home keys travel
 * far, Enter on a heading sorts. Short tables read better as the plain one (`table.tsx`).
 */
export function LongTable({
  caption,
  columns,
  rows,
  number,
  height = 480,
  empty,
  onOpen,
}: {
  caption: string;
  columns: (Heading & { width?: number })[];
  rows: Line[];
  number?: (n: number) => string;
  height?: number;
  empty: ReactNode;
  /** Enter or a double click on a line. */
  onOpen?: (key: string) => void;
}) {
  const [order, setOrder] = useState<SortDescriptor>();
  const sorted = order ? inOrder(rows, { key: String(order.column), down: order.direction === 'descending' }) : rows;
  const tall = { height: Math.min(height, 42 + Math.max(rows.length, 2) * 40) };
  // The server would walk all the lines for a window that it does not know: it only keeps their place.
  if (!useInBrowser()) return <div className={styles['table']} style={tall} />;
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 40, headingHeight: 40 }}>
      <AriaTable
        aria-label={caption}
        className={styles['table'] ?? ''}
        style={tall}
        {...(order ? { sortDescriptor: order } : {})}
        onSortChange={setOrder}
        {...(onOpen ? { onRowAction: (key) => onOpen(String(key)) } : {})}
      >
        <TableHeader className={styles['head'] ?? ''}>
          {columns.map(({ key, title, figures, sortable, width }, i) => (
            <Column
              key={key}
              id={key}
              isRowHeader={i === 0}
              allowsSorting={sortable ?? false}
              {...(width === undefined ? {} : { width })}
              className={`${styles['heading']} ${figures ? styles['figures'] : ''}`}
            >
              {({ sortDirection }) => (
                <>
                  {title}
                  {sortDirection && <Icon name={sortDirection === 'ascending' ? 'up' : 'down'} size={14} />}
                </>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody
          items={sorted.map((row) => ({ id: row.key, row }))}
          dependencies={[columns]}
          renderEmptyState={() => <p className={styles['empty']}>{empty}</p>}
        >
          {({ row }) => (
            <Row id={row.key} className={styles['row'] ?? ''}>
              {columns.map(({ key, figures }) => (
                <Cell key={key} className={`${styles['cell']} ${figures ? styles['figures'] : ''}`}>
                  <span>{showCell(row.cells[key], number)}</span>
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </AriaTable>
    </Virtualizer>
  );
}

const useInBrowser = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
