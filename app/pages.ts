import type { IconName } from '#ui/icon.tsx';

export type RailKey = 'home' | 'journeys' | 'runs' | 'requests' | 'people' | 'desk' | 'settings';

/** The rail of seven. What has no address is not built yet and is drawn as projected work. */
export const rail: { key: RailKey; icon: IconName; href: string | null }[] = [
  { key: 'home', icon: 'home', href: '/' },
  { key: 'journeys', icon: 'route', href: '/journeys' },
  { key: 'runs', icon: 'flow', href: '/runs' },
  { key: 'requests', icon: 'sign', href: null },
  { key: 'people', icon: 'people', href: null },
  { key: 'desk', icon: 'desk', href: '/desk' },
  { key: 'settings', icon: 'settings', href: null },
];

/** The map of pages (DESIGN.md): every page there is, and where in the rail it lives; null: reached from anywhere. */
export const pages: { path: string; rail: RailKey | null }[] = [
  { path: '/', rail: 'home' },
  { path: '/journeys', rail: 'journeys' },
  { path: '/journeys/[slug]', rail: 'journeys' },
  { path: '/runs', rail: 'runs' },
  { path: '/runs/[id]', rail: 'runs' },
  { path: '/attention', rail: 'runs' },
  { path: '/members/[id]', rail: 'runs' },
  { path: '/desk', rail: 'desk' },
  { path: '/sandbox', rail: null },
  { path: '/unavailable', rail: null },
];
