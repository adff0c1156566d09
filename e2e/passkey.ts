import type { CDPSession, Page } from 'playwright-core';

/** A key on this official's device, as Chromium's virtual authenticator has it; it answers at once and knows its person. */
export async function giveAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

/** Registers a key of this name on /me, by whoever is signed in on this page. */
export async function registerPasskey(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/me`);
  await page.getByLabel('Nombre de la llave').fill(name);
  const told = page.getByText('Llave registrada.');
  // The button registers once its script is there.
  for (let tries = 0; tries < 10 && (await told.count()) === 0; tries++) {
    await page.getByLabel('Nombre de la llave').fill(name);
    await page.getByRole('button', { name: 'Registrar una llave' }).click();
    await told.waitFor({ state: 'attached', timeout: 5_000 }).catch(() => undefined);
  }
  await told.waitFor({ state: 'attached' });
}
