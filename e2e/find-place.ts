import type { Browser } from 'playwright-core';
import type { Visit } from './pages.ts';
import { sessionOf } from './sign-in.ts';
import { withPage } from './visit.ts';

const found = new Map<unknown, Promise<string>>();

/**
 * The path of a visit. The first start plays a drill by itself: within two minutes there is a run, and in it a task or
 * somebody to look at; so a link is waited for.
 */
export async function findPlace(browser: Browser, address: string, { at, as }: Visit): Promise<string> {
  if (typeof at === 'string') return at;
  if (typeof at === 'function') {
    const there = found.get(at) ?? at(browser, address);
    found.set(at, there);
    return there;
  }
  const key = `${at.on} ${at.link}`;
  const known = found.get(key) ?? firstLink(browser, address, at, as);
  found.set(key, known);
  return `${await known}${at.more ?? ''}`;
}

async function firstLink(browser: Browser, address: string, at: { on: string; link: string }, as: Visit['as']) {
  const storageState = await sessionOf(browser, address, as);
  return withPage(browser, storageState ? { storageState } : {}, async (page) => {
    for (let tries = 0; tries < 60; tries++) {
      await page.goto(address + at.on, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
      const link = page.locator(at.link).first();
      const href = await link.getAttribute('href', { timeout: 2_000 }).catch(() => null);
      if (href !== null) return href;
    }
    throw new Error(`No ${at.link} appeared on ${at.on}`);
  });
}
