import type { Action } from '#engine/office/permission.ts';
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
  { key: 'settings', icon: 'settings', href: '/settings' },
];

/** Who may open something: whoever comes, whoever is signed in, or officials with this permission. */
export type Opening = Action | 'anyone' | 'signed-in';

/** The map of pages (DESIGN.md): every page there is, where in the rail it lives (null: reached from anywhere), and who may open it. */
export const pages: { path: string; rail: RailKey | null; action: Opening }[] = [
  { path: '/', rail: 'home', action: 'home.see' },
  { path: '/journeys', rail: 'journeys', action: 'journey.read' },
  { path: '/journeys/[slug]', rail: 'journeys', action: 'journey.read' },
  { path: '/runs', rail: 'runs', action: 'run.read' },
  { path: '/runs/[id]', rail: 'runs', action: 'run.read' },
  { path: '/attention', rail: 'runs', action: 'run.read' },
  { path: '/members/[id]', rail: 'runs', action: 'citizen.open' },
  { path: '/desk', rail: 'desk', action: 'desk.work' },
  { path: '/audit', rail: 'settings', action: 'audit.read' },
  { path: '/settings', rail: 'settings', action: 'home.see' },
  { path: '/settings/accounts', rail: 'settings', action: 'account.read' },
  { path: '/settings/health', rail: 'settings', action: 'health.read' },
  { path: '/settings/keys', rail: 'settings', action: 'key.manage' },
  { path: '/settings/webhooks', rail: 'settings', action: 'webhook.manage' },
  { path: '/settings/webhooks/[id]', rail: 'settings', action: 'webhook.manage' },
  { path: '/sandbox', rail: null, action: 'sandbox.use' },
  { path: '/settings/units', rail: 'settings', action: 'unit.manage' },
  { path: '/settings/officials', rail: 'settings', action: 'official.read' },
  { path: '/settings/officials/[id]', rail: 'settings', action: 'official.read' },
  { path: '/settings/roles', rail: 'settings', action: 'account.read' },
  { path: '/sign-in', rail: null, action: 'anyone' },
  { path: '/sign-in/second', rail: null, action: 'anyone' },
  { path: '/sign-in/welcome/[token]', rail: null, action: 'anyone' },
  { path: '/me', rail: null, action: 'signed-in' },
  { path: '/unavailable', rail: null, action: 'anyone' },
];
