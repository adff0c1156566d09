import type { IconName } from '#ui/icon.tsx';

/** What administration is made of, in the order of its entrance; those that are not on the map of pages are not shown. */
export const sheets: { key: string; path: string; icon: IconName }[] = [
  { key: 'units', path: '/settings/units', icon: 'home' },
  { key: 'officials', path: '/settings/officials', icon: 'person' },
  { key: 'roles', path: '/settings/roles', icon: 'people' },
  { key: 'accounts', path: '/settings/accounts', icon: 'contract' },
  { key: 'keys', path: '/settings/keys', icon: 'key' },
  { key: 'webhooks', path: '/settings/webhooks', icon: 'plug' },
  { key: 'audit', path: '/audit', icon: 'sign' },
  { key: 'health', path: '/settings/health', icon: 'chart' },
];
