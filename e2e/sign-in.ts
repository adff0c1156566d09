import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Role } from '#engine/office/permission.ts';
import { withPage } from './visit.ts';

/** Who one may visit as: a role of the demonstration, somebody of its other unit (where nothing runs), or nobody. */
export type Visitor = Role | 'neighbour' | 'several' | 'nobody';

/** The invented official of each role (drizzle/demonstration/officials.ts). */
const names: Record<Exclude<Visitor, 'nobody'>, string> = {
  manager: 'Aitana Rueda',
  approver: 'Ignacio Vidal',
  designer: 'Mateo Ferrer',
  agent: 'Noelia Castro',
  accounts: 'Xoán Piñeiro',
  protection: 'Miren Etxarri',
  administrator: 'Carmen Solís',
  reader: 'Lucía Prado',
  several: 'Tomás Aguirre',
  neighbour: 'Elena Cortés',
};

type State = NonNullable<Exclude<BrowserContextOptions['storageState'], string>>;
const known = new Map<Visitor, Promise<State | undefined>>();

/** What a browser of this visitor carries; each signs in once by the door of the demonstration. */
export function sessionOf(browser: Browser, address: string, visitor: Visitor): Promise<State | undefined> {
  const before = known.get(visitor);
  if (before) return before;
  const session = visitor === 'nobody' ? Promise.resolve(undefined) : enter(browser, address, names[visitor]);
  known.set(visitor, session);
  session.catch(() => known.delete(visitor)); // whoever comes next tries again
  return session;
}

function enter(browser: Browser, address: string, name: string): Promise<State> {
  return withPage(browser, {}, async (page) => {
    await page.goto(`${address}/sign-in`);
    await page.getByRole('button', { name: `Entrar como ${name}` }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return page.context().storageState();
  });
}
