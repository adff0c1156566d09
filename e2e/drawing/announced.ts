import type { Page } from 'playwright-core';

/** Notes from now on everything that the page announces; the answer reads it, each sentence once where it is repeated at once. */
export async function announced(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const live = (target instanceof Element ? target : target.parentElement)?.closest('[data-announcer]');
        const said = live?.textContent?.trim();
        if (said && heard.at(-1) !== said) heard.push(said);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}
