import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page of an invented official, at an address, in a browser window of their own. */
export async function signInAs(
  browser: Browser,
  {
    address,
    name,
    path,
    options = {},
  }: { address: string; name: string; path: string; options?: BrowserContextOptions },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}/sign-in?to=${encodeURIComponent(path)}`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}
