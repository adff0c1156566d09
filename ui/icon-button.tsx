'use client';

import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';

/** A button with an icon only: its name is read out, and shown on hover and on focus; Escape hides it. Prefer words. */
export function IconButton({
  icon,
  label,
  onAct,
  disabled = false,
  keys,
}: {
  icon: IconName;
  label: string;
  onAct: () => void;
  disabled?: boolean;
  /** The keys that do the same. */
  keys?: ReactNode;
}) {
  return (
    <TooltipTrigger delay={300} closeDelay={100}>
      <Button className={styles['button'] ?? ''} aria-label={label} onPress={onAct} isDisabled={disabled}>
        <Icon name={icon} />
      </Button>
      <AriaTooltip className={styles['tip'] ?? ''} offset={6}>
        {label}
        {keys && <kbd>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
