'use client';

import { useTranslations } from 'use-intl/react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { Icon } from '#ui/icon.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { waitingForAttention } from './run-arithmetic.ts';
import styles from './run-needs.module.css';

/** What waits for somebody in this run, each with where to go for it; nothing at all while nothing waits. */
export function RunNeeds({ progress }: { progress: RunProgress }) {
  const t = useTranslations();
  const waiting = waitingForAttention(progress);
  const needs = [
    ...(progress.tasks.open > 0
      ? [{ key: 'tasks', icon: 'hand', href: '/desk', words: t('runs.tasks', { n: progress.tasks.open }) } as const]
      : []),
    ...(waiting > 0
      ? [
          {
            key: 'attention',
            icon: 'triangle',
            href: `/attention?run=${progress.id}`,
            words: t('runs.attention', { n: waiting }),
          } as const,
        ]
      : []),
  ];
  if (needs.length === 0) return null;
  return (
    <section aria-label={t('run.needs')} className={styles['needs']}>
      <strong>{t('run.needs')}</strong>
      <ul>
        {needs.map(({ key, icon, href, words }) => (
          <li key={key}>
            <Icon name={icon} />
            <Link href={href}>{words}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
