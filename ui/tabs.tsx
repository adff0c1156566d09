'use client';

import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './tabs.module.css';

/**
 * Parts of one thing that are looked at one at a time, after the tabs pattern of WAI-ARIA's practices: one stop for Tab, the
 * arrows, Home and End look at another. Our own, for React Aria's weigh a fifth of what a page may. Where the address should
 * say which, use `view-switch.tsx`.
 */
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
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(tabs[0]?.key);
  const wanted = chosen ?? own;
  const front = tabs.find(({ key }) => key === wanted) ?? tabs[0];
  const choose = (key: string) => {
    setOwn(key);
    if (key !== front?.key) onChoose?.(key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = tabs.findIndex(({ key }) => key === front?.key);
    const to = tabs.at(whereTo(event.key, at, tabs.length) ?? at);
    if (!to || to.key === front?.key) return;
    event.preventDefault();
    choose(to.key);
    list.current?.querySelector<HTMLElement>(`[id="${id}${to.key}"]`)?.focus();
  };
  return (
    <div className={styles['tabs']}>
      <div ref={list} role="tablist" aria-label={label} className={styles['list']} onKeyDown={onKeyDown}>
        {tabs.map(({ key, title, icon, count, lang }) => {
          const selected = key === front?.key;
          return (
            <button
              key={key}
              type="button"
              role="tab"
              id={id + key}
              aria-selected={selected}
              aria-controls={selected ? `${id}panel` : undefined}
              tabIndex={selected ? 0 : -1}
              className={styles['tab']}
              onClick={() => choose(key)}
            >
              {icon && <Icon name={icon} />}
              <span lang={lang}>{title}</span>
              {count !== undefined && <span className={styles['count']}>{count}</span>}
            </button>
          );
        })}
      </div>
      {front && (
        <Panel key={front.key} id={`${id}panel`} tab={id + front.key}>
          {front.content}
        </Panel>
      )}
    </div>
  );
}

/** A panel that holds nothing to go to is gone to itself, so that it can be read and scrolled by keys. */
function Panel({ id, tab, children }: { id: string; tab: string; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const [still, setStill] = useState(false);
  useLayoutEffect(() => {
    setStill(!panel.current?.querySelector(reachable)); // what it holds may have come later
  });
  return (
    <div
      ref={panel}
      id={id}
      role="tabpanel"
      aria-labelledby={tab}
      tabIndex={still ? 0 : undefined}
      className={styles['panel']}
    >
      {children}
    </div>
  );
}

const reachable = 'a[href], button:enabled, input:enabled, select, textarea, summary, iframe, [tabindex="0"]';

/** Which tab a key leads to; undefined: no key of tabs. */
function whereTo(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
