import type { Page } from 'playwright-core';
import { draftStates } from './draft-states.ts';
import { approved, type BroughtAbout, held, returned, waiting } from './request-states.ts';
import type { Visitor } from './sign-in.ts';

/** Where a page is: its address, the first link that fits on another page (with something added to it), or what is brought about. */
type Place = string | BroughtAbout | { on: string; link: string; more?: string };

export type Visit = {
  name: string;
  at: Place;
  as: Visitor;
  /** Waited for before the page is judged. */
  until?: string;
  /** The drawing is on it: exempt from the limit on script. */
  canvas?: boolean;
  /** What is done to bring the page into this state, before or after it is opened. */
  before?: (page: Page) => Promise<unknown>;
  after?: (page: Page) => Promise<unknown>;
  /** Only in these views; all of them otherwise. */
  views?: string[];
};

/** One that runs: what was asked for and waits for a signature has no brake. */
const run = { on: '/runs', link: 'main li:has-text("En marcha") a[href^="/runs/"]' };
const drill = { on: '/runs', link: ':is(h2, h3):has-text("SIMULACRO") a[href^="/runs/"]' };
const journey = { on: '/journeys', link: 'main a[href^="/journeys/"]:not([aria-current], [href="/journeys/new"])' };
const revisions = { ...journey, more: '/revisions' };
const audience = { on: '/audiences', link: 'main a[href^="/audiences/"]' };
const colleague = { on: '/settings/officials', link: 'main a[href^="/settings/officials/"]' };
const member = { on: '/desk', link: 'main a[href^="/members/"]' };
const draft = '/journeys/beca-comedor/draft';
const states = ['light', 'narrow'];
/** The drawing, or the table that a phone shows in its place. */
const drawn = 'article, [role=group][aria-label="Dónde está la gente"]';
/** A launch has been counted. */
const counted = '[role=status] strong';

/** Every page and state that is visited: one line each. Names are those of the pictures in docs/screens. */
export const visits: Visit[] = [
  { name: 'home', at: '/', as: 'manager' },
  { name: 'home-approver', at: '/', as: 'approver', views: states },
  { name: 'home-agent', at: '/', as: 'agent', views: states },
  { name: 'home-designer', at: '/', as: 'designer', views: states },
  { name: 'home-administrator', at: '/', as: 'administrator', views: states },
  { name: 'home-protection', at: '/', as: 'protection', views: states },
  { name: 'home-empty', at: '/', as: 'neighbour', views: states },
  { name: 'runs', at: '/runs', as: 'manager' },
  { name: 'runs-empty', at: '/runs', as: 'neighbour', views: states },
  { name: 'runs-past', at: '/runs?show=past', as: 'manager', views: states },
  { name: 'run', at: run, as: 'manager', until: drawn, canvas: true },
  { name: 'run-table', at: { ...run, more: '?view=table' }, as: 'manager' },
  {
    name: 'run-stale',
    at: { ...run, more: '?view=table' },
    as: 'manager',
    views: states,
    before: silent,
    after: wait11,
  },
  { name: 'run-pausing', at: { ...run, more: '?view=table&act=pause' }, as: 'manager', until: 'dialog[open]' },
  { name: 'drill', at: drill, as: 'manager', until: drawn, canvas: true },
  { name: 'wall', at: { ...drill, more: '/wall' }, as: 'manager', views: ['wall'] },
  { name: 'member', at: member, as: 'agent' },
  { name: 'attention', at: '/attention', as: 'manager' },
  { name: 'attention-empty', at: '/attention', as: 'neighbour', views: states },
  { name: 'desk', at: '/desk', as: 'agent' },
  { name: 'desk-empty', at: '/desk', as: 'neighbour', views: states },
  { name: 'sandbox', at: '/sandbox', as: 'manager', until: 'main li button' },
  { name: 'sandbox-mail', at: '/sandbox?kind=mailboxes', as: 'manager', until: 'main [role=status]', views: states },
  { name: 'sandbox-slow', at: '/sandbox', as: 'manager', views: states, before: slowSandbox },
  { name: 'sandbox-away', at: '/sandbox', as: 'manager', views: states, before: noSandbox, until: '[role=status] p' },
  { name: 'journeys', at: '/journeys', as: 'designer' },
  { name: 'journeys-empty', at: '/journeys', as: 'neighbour', views: states },
  { name: 'journey', at: journey, as: 'designer', until: drawn, canvas: true },
  { name: 'journey-new', at: '/journeys/new', as: 'designer' },
  { name: 'journey-new-refused', at: '/journeys/new', as: 'designer', views: states, after: sendEmpty },
  { name: 'gallery', at: '/gallery', as: 'designer' },
  { name: 'gallery-journey', at: '/gallery/beca-comedor', as: 'designer' },
  { name: 'revisions', at: revisions, as: 'designer' },
  { name: 'revision', at: { ...journey, more: '/revisions/draft' }, as: 'designer' },
  { name: 'audiences', at: '/audiences', as: 'designer' },
  { name: 'audiences-empty', at: '/audiences', as: 'neighbour', views: states },
  { name: 'audience', at: audience, as: 'designer' },
  { name: 'audience-open', at: audience, as: 'designer', after: openCondition },
  { name: 'attributes', at: '/attributes', as: 'protection' },
  { name: 'attributes-empty', at: '/attributes', as: 'neighbour', views: states },
  { name: 'draft', at: draft, as: 'designer', until: '[data-row], .react-flow__node', canvas: true },
  { name: 'draft-outline', at: `${draft}?view=outline`, as: 'designer', until: '[data-row]', canvas: true },
  { name: 'draft-step', at: `${draft}?node=openNotice`, as: 'designer', until: '[role=tabpanel] li', canvas: true },
  ...(['check', 'walk', 'words', 'comments', 'history'] as const).map(
    (panel): Visit => ({
      name: `draft-${panel}`,
      at: `${draft}?panel=${panel}${panel === 'words' ? '&node=openNotice' : ''}`,
      as: 'designer',
      until: '.react-flow__node', // comes after the panel
      canvas: true,
      views: ['light', 'dark', 'narrow'],
    }),
  ),
  {
    name: 'draft-strip',
    at: draft,
    as: 'designer',
    after: press('Lo que recibe'),
    until: '[role=tabpanel]',
    canvas: true,
    views: ['light', 'dark'],
  },
  ...draftStates,
  { name: 'settings', at: '/settings', as: 'administrator' },
  { name: 'accounts', at: '/settings/accounts', as: 'accounts' },
  { name: 'connections', at: '/settings/connections', as: 'accounts' },
  {
    name: 'connections-new',
    at: '/settings/connections',
    as: 'accounts',
    after: press('Proponer una conexión'),
    until: '#connection-name',
    views: states,
  },
  { name: 'units', at: '/settings/units', as: 'administrator' },
  { name: 'officials', at: '/settings/officials', as: 'administrator' },
  { name: 'official', at: colleague, as: 'administrator' },
  { name: 'roles', at: '/settings/roles', as: 'administrator' },
  { name: 'keys', at: '/settings/keys', as: 'administrator' },
  { name: 'webhooks', at: '/settings/webhooks', as: 'administrator' },
  { name: 'webhook', at: { on: '/settings/webhooks', link: 'main li a' }, as: 'administrator' },
  { name: 'health', at: '/settings/health', as: 'administrator' },
  { name: 'audit', at: '/audit', as: 'protection' },
  { name: 'audit-none', at: '/audit?act=webhook.deleted', as: 'protection', views: states },
  { name: 'learn', at: '/learn', as: 'manager' },
  { name: 'learn-page', at: '/learn/delivered', as: 'manager' },
  { name: 'search', at: '/', as: 'manager', after: searchFor('evac'), until: '[role=option]' },
  { name: 'search-none', at: '/', as: 'manager', after: searchFor('zzzz'), views: states },
  { name: 'me-panel', at: '/', as: 'several', after: press('Mi cuenta'), views: ['light', 'dark'] },
  { name: 'more', at: '/', as: 'several', after: press(/^Más$/), views: ['narrow'] },
  { name: 'offline', at: '/', as: 'manager', after: unplug, views: states },
  { name: 'requests', at: '/requests', as: 'approver' },
  { name: 'requests-own', at: '/requests?show=own', as: 'manager', views: states },
  { name: 'requests-decided', at: '/requests?show=decided', as: 'approver', views: states },
  { name: 'requests-empty', at: '/requests', as: 'neighbour', views: states },
  { name: 'request-waiting', at: waiting, as: 'approver', until: 'main dl' },
  { name: 'request-own', at: waiting, as: 'manager', views: states, until: 'main dl' },
  { name: 'request-returned', at: returned, as: 'manager', until: 'main dl' },
  { name: 'request-approved', at: approved, as: 'approver', until: 'main dl' },
  { name: 'request-held', at: held, as: 'approver', until: 'main dl' },
  {
    name: 'request-returning',
    at: waiting,
    as: 'approver',
    after: press('Devolver con motivo'),
    until: 'dialog[open]',
  },
  { name: 'launch', at: '/launch', as: 'manager' },
  { name: 'launch-empty', at: '/launch', as: 'neighbour', views: states },
  { name: 'launch-drill', at: '/launch?journey=incendio-forestal', as: 'designer', until: counted },
  { name: 'launch-live', at: '/launch?journey=incendio-forestal&mode=live', as: 'manager', until: counted },
  {
    name: 'launch-refused',
    at: '/launch?journey=incendio-forestal&mode=live',
    as: 'manager',
    after: refused,
    views: ['light', 'dark', 'narrow'],
  },
  { name: 'me', at: '/me', as: 'approver' },
  { name: 'me-key-needed', at: '/me?need=passkey', as: 'several', views: states },
  { name: 'sign-in', at: '/sign-in', as: 'nobody' },
  { name: 'sign-in-refused', at: '/sign-in', as: 'nobody', views: states, after: wrongPassword },
  { name: 'welcome-over', at: '/sign-in/welcome/once', as: 'nobody' },
  { name: 'forbidden', at: '/desk', as: 'reader', until: 'h1' },
  { name: 'not-found', at: '/nada', as: 'manager' },
  { name: 'not-found-nobody', at: '/nada', as: 'nobody', views: states },
  { name: 'unavailable', at: '/unavailable', as: 'nobody' },
];

function silent(page: Page) {
  return page.route('**/stream', (route) => route.abort());
}

/** Longer than a figure may be old without saying so. */
function wait11(page: Page) {
  return page.waitForTimeout(11_500);
}

function slowSandbox(page: Page) {
  return page.route('**/sandbox/control/**', () => undefined);
}

function noSandbox(page: Page) {
  return page.route('**/sandbox/control/**', (route) => route.fulfill({ status: 503, body: '{}' }));
}

function searchFor(words: string) {
  return async (page: Page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill(words);
    await page.waitForTimeout(700);
  };
}

function press(name: string | RegExp) {
  return (page: Page) => page.getByRole('button', { name }).filter({ visible: true }).first().click();
}

async function refused(page: Page) {
  await page.locator(counted).first().waitFor();
  await page.getByRole('button', { name: 'Pedir el visto bueno' }).click();
  await page.getByRole('alert').getByText('Todavía no se puede').waitFor();
}

async function unplug(page: Page) {
  await page.context().setOffline(true);
  await page.getByText('Sin conexión').first().waitFor();
}

async function openCondition(page: Page) {
  await page.getByRole('link', { name: 'Abrir la condición' }).click();
  await page.getByRole('button', { name: 'Guardar', exact: true }).waitFor();
}

async function sendEmpty(page: Page) {
  await page.getByRole('button', { name: 'Dibujar los primeros pasos' }).click();
  await page.getByRole('alert').first().waitFor();
}

async function wrongPassword(page: Page) {
  await page.getByLabel('Correo electrónico').fill('nadie@ejemplo.invalid');
  await page.getByRole('textbox', { name: 'Contraseña' }).fill('no es esta, seguro');
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('alert').first().waitFor();
}
