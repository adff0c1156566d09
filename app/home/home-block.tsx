import type { ReactNode } from 'react';
import { Panel } from '#ui/panel.tsx';
import { PageHead } from '../page-head.tsx';
import styles from './home.module.css';

/** A part of Inicio: the first of them gives the page its name, the others are panels beneath it. */
export function HomeBlock({
  id,
  title,
  first,
  meta,
  aside,
  children,
}: {
  id: string;
  title: string;
  first: boolean;
  /** What stands beneath the page's name, and beside it, where this part comes first. */
  meta?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  if (!first)
    return (
      <Panel title={title} id={id} aside={aside}>
        {children}
      </Panel>
    );
  return (
    <>
      <PageHead title={title} meta={meta}>
        {aside}
      </PageHead>
      <div className={styles['first']}>{children}</div>
    </>
  );
}
