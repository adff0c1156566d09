'use client';

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { type ButtonLook, buttonClass } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './options.module.css';

export type MenuLine = {
  key: string;
  title: string;
  meta?: string | undefined;
  icon?: IconName | undefined;
  /** An address to go to; without one, `onAct` hears the key. */
  href?: string | undefined;
  disabled?: boolean;
  lang?: string;
};

/** A button that opens a short list of acts or addresses; arrows walk it, Escape leaves it. */
export function Menu({
  label,
  children,
  look = 'quiet',
  lines,
  onAct,
  className,
}: {
  /** The name of the menu, and of its button when that shows no words. */
  label: string;
  children: ReactNode;
  look?: ButtonLook;
  lines: (MenuLine | { key: string; title: string; lines: MenuLine[] })[];
  onAct?: (key: string) => void;
  className?: string | undefined;
}) {
  const disabled = lines.flatMap((line) => ('lines' in line ? line.lines : [line])).filter((line) => line.disabled);
  return (
    <MenuTrigger>
      <Button className={className ?? buttonClass(look)} aria-label={label}>
        {children}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <AriaMenu
          className={styles['options'] ?? ''}
          aria-label={label}
          onAction={(key) => onAct?.(String(key))}
          disabledKeys={disabled.map(({ key }) => key)}
        >
          {lines.map((line) =>
            'lines' in line ? (
              <MenuSection key={line.key} className={styles['section'] ?? ''}>
                <Header>{line.title}</Header>
                {line.lines.map(item)}
              </MenuSection>
            ) : (
              item(line)
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function item({ key, title, meta, icon, href, lang }: MenuLine) {
  return (
    <MenuItem key={key} id={key} textValue={title} className={styles['option'] ?? ''} {...(href ? { href } : {})}>
      {icon && <Icon name={icon} />}
      <span className={styles['words']} lang={lang}>
        {title}
        {meta && <span className={styles['meta']}>{meta}</span>}
      </span>
    </MenuItem>
  );
}
