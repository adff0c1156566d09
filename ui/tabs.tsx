'use client';

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { Icon, type IconName } from './icon.tsx';
import styles from './tabs.module.css';

/** Parts of one thing that are looked at one at a time. Where the address should say which, use `view-switch.tsx`. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: { key: string; title: string; icon?: IconName; count?: string; lang?: string; content: ReactNode }[];
  chosen?: string;
  onChoose?: (key: string) => void;
}) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      {...(chosen === undefined ? {} : { selectedKey: chosen })}
      onSelectionChange={(key) => onChoose?.(String(key))}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ key, title, icon, count, lang }) => (
          <Tab key={key} id={key} className={styles['tab'] ?? ''}>
            {icon && <Icon name={icon} />}
            <span lang={lang}>{title}</span>
            {count !== undefined && <span className={styles['count']}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ key, content }) => (
        <TabPanel key={key} id={key} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
