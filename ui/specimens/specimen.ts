import type { ReactNode } from 'react';

/** A component shown in every state it can be in. `alone`: the state covers the page (dialogs, menus), so it has a page of its own, and `press`: the button that is pressed first. */
export type Specimen = {
  title: string;
  file: string;
  /** Made for a screen on a wall: pictured at 1920 × 1080 and in its own light only. */
  wall?: boolean;
  /** Not there in narrow windows: pictured in one this wide. */
  width?: number;
  /** Small enough for two states beside each other. */
  small?: boolean;
  /** `alone`: on a page of its own; `press`: the button that opens it; */
  states: { name: string; alone?: boolean; press?: string; show: () => ReactNode }[];
};
