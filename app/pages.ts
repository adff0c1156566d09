import type { Action } from '#engine/office/permission.ts';
import type { IconName } from '#ui/icon.tsx';

export type RailKey = 'home' | 'journeys' | 'runs' | 'requests' | 'people' | 'desk' | 'settings';

/**
 * The rail of seven. Each leads to the first of its `paths` that is on the map below and that the official may open; while
 * none of them is on the map it is drawn as projected work and is no link.
 */
export const rail: { key: RailKey; icon: IconName; paths: string[] }[] = [
  { key: 'home', icon: 'home', paths: ['/'] },
  { key: 'journeys', icon: 'route', paths: ['/journeys'] },
  { key: 'runs', icon: 'flow', paths: ['/runs'] },
  { key: 'requests', icon: 'sign', paths: ['/requests'] },
  { key: 'people', icon: 'people', paths: ['/citizens', '/audiences', '/attributes', '/imports'] },
  { key: 'desk', icon: 'desk', paths: ['/desk'] },
  { key: 'settings', icon: 'settings', paths: ['/settings', '/audit'] },
];

/** Who may open something: whoever comes, whoever is signed in, or officials with this permission. */
export type Opening = Action | 'anyone' | 'signed-in';

export type PageLine = {
  path: string;
  /** Where in the rail it lives; null: reached from anywhere. */
  rail: RailKey | null;
  action: Opening;
  /** The key of its name in locales/: what the palette and the entrances to a section call it. */
  title: string;
  /** The version of Cauce it came with. */
  since: string;
};

/** The map of pages (DESIGN.md): every page there is. One that is not here, or asks nobody, fails `npm run check`. */
export const pages: PageLine[] = [
  { path: '/', rail: 'home', action: 'home.see', title: 'rail.home', since: '0.1' },
  { path: '/journeys', rail: 'journeys', action: 'journey.read', title: 'rail.journeys', since: '0.1' },
  { path: '/journeys/new', rail: 'journeys', action: 'journey.edit', title: 'start.heading', since: '0.2' },
  { path: '/journeys/[slug]', rail: 'journeys', action: 'journey.read', title: 'journeys.title', since: '0.1' },
  { path: '/journeys/[slug]/draft', rail: 'journeys', action: 'journey.edit', title: 'page.draft', since: '0.2' },
  {
    path: '/journeys/[slug]/revisions',
    rail: 'journeys',
    action: 'journey.read',
    title: 'revisions.title',
    since: '0.2',
  },
  {
    path: '/journeys/[slug]/revisions/[n]',
    rail: 'journeys',
    action: 'journey.read',
    title: 'revisions.one',
    since: '0.2',
  },
  { path: '/gallery', rail: 'journeys', action: 'journey.read', title: 'gallery.title', since: '0.2' },
  { path: '/gallery/[slug]', rail: 'journeys', action: 'journey.read', title: 'gallery.one', since: '0.2' },
  { path: '/runs', rail: 'runs', action: 'run.read', title: 'rail.runs', since: '0.1' },
  { path: '/runs/[id]', rail: 'runs', action: 'run.read', title: 'page.run', since: '0.1' },
  { path: '/runs/[id]/wall', rail: 'runs', action: 'run.read', title: 'wall.title', since: '0.2' },
  { path: '/launch', rail: 'runs', action: 'run.drill', title: 'launch.title', since: '0.2' },
  { path: '/requests', rail: 'requests', action: 'request.read', title: 'rail.requests', since: '0.2' },
  { path: '/requests/[id]', rail: 'requests', action: 'request.read', title: 'page.request', since: '0.2' },
  { path: '/attention', rail: 'runs', action: 'run.read', title: 'attention.title', since: '0.1' },
  { path: '/members/[id]', rail: 'runs', action: 'citizen.open', title: 'page.member', since: '0.1' },
  { path: '/desk', rail: 'desk', action: 'desk.work', title: 'rail.desk', since: '0.1' },
  { path: '/audiences', rail: 'people', action: 'audience.read', title: 'audiences.title', since: '0.2' },
  { path: '/audiences/[id]', rail: 'people', action: 'audience.read', title: 'page.audience', since: '0.2' },
  { path: '/attributes', rail: 'people', action: 'attribute.read', title: 'attributes.title', since: '0.2' },
  {
    path: '/settings/connections',
    rail: 'settings',
    action: 'connection.manage',
    title: 'connections.title',
    since: '0.2',
  },
  { path: '/settings', rail: 'settings', action: 'home.see', title: 'rail.settings', since: '0.2' },
  { path: '/settings/units', rail: 'settings', action: 'unit.manage', title: 'settings.units', since: '0.2' },
  { path: '/settings/officials', rail: 'settings', action: 'official.read', title: 'settings.officials', since: '0.2' },
  {
    path: '/settings/officials/[id]',
    rail: 'settings',
    action: 'official.read',
    title: 'settings.officials',
    since: '0.2',
  },
  { path: '/settings/roles', rail: 'settings', action: 'account.read', title: 'settings.roles', since: '0.2' },
  { path: '/settings/accounts', rail: 'settings', action: 'account.read', title: 'settings.accounts', since: '0.2' },
  { path: '/settings/health', rail: 'settings', action: 'health.read', title: 'settings.health', since: '0.2' },
  { path: '/settings/keys', rail: 'settings', action: 'key.manage', title: 'settings.keys', since: '0.2' },
  { path: '/settings/webhooks', rail: 'settings', action: 'webhook.manage', title: 'settings.webhooks', since: '0.2' },
  {
    path: '/settings/webhooks/[id]',
    rail: 'settings',
    action: 'webhook.manage',
    title: 'settings.webhooks',
    since: '0.2',
  },
  { path: '/audit', rail: 'settings', action: 'audit.read', title: 'settings.audit', since: '0.2' },
  { path: '/learn', rail: null, action: 'signed-in', title: 'learn.title', since: '0.2' },
  { path: '/learn/[page]', rail: null, action: 'signed-in', title: 'page.learn', since: '0.2' },
  { path: '/sandbox', rail: null, action: 'sandbox.use', title: 'sandbox.title', since: '0.1' },
  { path: '/sign-in', rail: null, action: 'anyone', title: 'signIn.title', since: '0.2' },
  { path: '/sign-in/second', rail: null, action: 'anyone', title: 'signIn.title', since: '0.2' },
  { path: '/sign-in/welcome/[token]', rail: null, action: 'anyone', title: 'signIn.title', since: '0.2' },
  { path: '/me', rail: null, action: 'signed-in', title: 'me.title', since: '0.2' },
  { path: '/unavailable', rail: null, action: 'anyone', title: 'refusal.unavailable', since: '0.1' },
];
