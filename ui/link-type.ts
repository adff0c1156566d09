import type { ComponentType, ReactNode } from 'react';

/** A link as the house's router makes it; components take it as a prop, for they know no router. */
export type LinkType = ComponentType<{
  href: string;
  className?: string | undefined;
  'aria-current'?: 'page' | 'step' | 'true' | undefined;
  'aria-label'?: string | undefined;
  /** False: stay where one is on the page. */
  scroll?: boolean;
  /** Takes the place of the page before in the browser's history. */
  replace?: boolean;
  onClick?: (() => void) | undefined;
  children: ReactNode;
}>;
