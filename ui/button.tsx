import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'primary' | 'plain' | 'brake' | 'quiet';

/** A button; one `primary` per page, `brake` for what stops things. */
export function Button({
  look = 'plain',
  icon,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; icon?: IconName }) {
  return (
    <button type="button" {...rest} className={buttonClass(look)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** The same look for a link. */
export function buttonClass(look: ButtonLook = 'plain'): string {
  return `${styles['button']} ${styles[look]}`;
}
