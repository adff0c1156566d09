import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { giveAuthenticator, registerPasskey } from './passkey.ts';
import { sessionOf, type Visitor } from './sign-in.ts';

/** Somewhere that has to be brought about first; answers its path. */
export type BroughtAbout = (browser: Browser, address: string) => Promise<string>;

const slug = 'incendio-forestal';
const event = { areaDesc: 'Enguera y Anna', shelter: 'el pabellón de Navarrés' };
const day = 86_400_000;

/** A request that waits for a signature. */
export const waiting: BroughtAbout = async (browser, address) => path(await asked(browser, address, {}));

/** A request that was given back with a reason. */
export const returned: BroughtAbout = async (browser, address) => {
  const id = await asked(browser, address, {});
  await as(browser, address, 'approver', (door) =>
    post(door, address, `/api/requests/${id}/return`, { reason: 'Falta Anna: el humo va hacia allí.' }),
  );
  return path(id);
};

/** A request that was signed, for a day ahead. */
export const approved: BroughtAbout = async (browser, address) => {
  const id = await asked(browser, address, { from: new Date(Date.now() + day).toISOString() });
  await sign(browser, address, id);
  return path(id);
};

/** A request that was signed and waits again: before it began, more people depended on a machine at home than were signed for. */
export const held: BroughtAbout = async (browser, address) => {
  const machine = { fact: 'citizen.electricityDependent', is: 'equals', value: true };
  const audience = { all: [{ fact: 'citizen.ref', is: 'starts-with', value: 'MUESTRA-0002' }, machine] };
  // Somebody may have looked at this state before.
  await depend(browser, address, 210, 240, false);
  await depend(browser, address, 200, 210);
  const from = new Date(Date.now() + 60_000).toISOString();
  const id = await asked(browser, address, { audience, from });
  await sign(browser, address, id);
  await depend(browser, address, 210, 240);
  await as(browser, address, 'approver', async (door) => {
    for (let tries = 0; tries < 90; tries++) {
      const told = (await (await door.get(`${address}/api/requests/${id}`)).json()) as { held?: unknown }; // by our own contract
      if (told.held) return;
      await new Promise((later) => setTimeout(later, 2_000));
    }
    throw new Error(`The request ${id} was not held`);
  });
  return path(id);
};

const path = (id: string) => `/requests/${id}`;

async function asked(browser: Browser, address: string, more: object): Promise<string> {
  await signer(browser, address);
  const told = await as(browser, address, 'manager', (door) =>
    post(door, address, '/api/requests', { slug, event, note: 'Hablado con la alcaldía de Enguera.', ...more }),
  );
  return String(told['request']);
}

/** A page of whoever signs, with a key that this page has; nothing can be asked for while nobody could sign it. */
function signer(browser: Browser, address: string): Promise<Page> {
  const before = signers.get(browser);
  if (before) return before;
  const page = sessionOf(browser, address, 'approver').then(async (storageState) => {
    const context = await browser.newContext({ locale: 'es-ES', ...(storageState && { storageState }) });
    const opened = await context.newPage();
    await giveAuthenticator(opened);
    await registerPasskey(opened, address, 'Llave de las fotos');
    return opened;
  });
  signers.set(browser, page);
  return page;
}

const signers = new WeakMap<Browser, Promise<Page>>();

/** Signs by the page. */
async function sign(browser: Browser, address: string, id: string): Promise<void> {
  const page = await signer(browser, address);
  await page.goto(address + path(id));
  // The button signs once its script is there.
  for (let tries = 0; tries < 60 && !page.url().includes('/runs/'); tries++) {
    const button = page.getByRole('button', { name: 'Firmar con mi llave' });
    await button.click({ timeout: 2_000 }).catch(() => undefined);
    await page.waitForTimeout(1_000);
  }
}

/** So many people of the demonstration, by their numbers, depend on a machine at home, or do not. */
function depend(browser: Browser, address: string, first: number, end: number, does = true): Promise<unknown> {
  const changes = Array.from({ length: end - first }, (_, i) => ({
    ref: `MUESTRA-${String(first + i).padStart(6, '0')}`,
    attributes: { electricityDependent: does },
  }));
  return as(browser, address, 'manager', (door) =>
    post(door, address, '/api/citizens/attributes', { source: 'Registro de muestra', changes }),
  );
}

async function as<T>(
  browser: Browser,
  address: string,
  visitor: Visitor,
  work: (door: APIRequestContext) => Promise<T>,
): Promise<T> {
  const storageState = await sessionOf(browser, address, visitor);
  const context = await browser.newContext(storageState ? { storageState } : {});
  return work(context.request).finally(() => context.close());
}

async function post(door: APIRequestContext, address: string, to: string, data: object) {
  const answer = await door.post(address + to, { data, headers: { origin: new URL(address).origin } });
  if (!answer.ok()) throw new Error(`${to} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}
