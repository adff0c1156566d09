import type { ReactNode } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import { Mark } from '#ui/mark.tsx';
import { CalmLink as Link } from './calm-link.tsx';
import styles from './refusal.module.css';

/** A page that cannot be shown, outside the house: it must work when nothing else does. */
export function Refusal({
  title,
  home,
  action,
  children,
}: {
  title: string;
  home: string | null;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className={styles['refusal']}>
      <Mark size={40} />
      <h1>{title}</h1>
      <EmptyState drawing="bridge" action={action}>
        {children}
      </EmptyState>
      {home && <Link href="/">{home}</Link>}
    </main>
  );
}
