import { chromium } from 'playwright-core';

const [base, out, ...rest] = process.argv.slice(2);
const who = process.env.WHO ?? 'Carmen Solís';
const views = {
  light: { colorScheme: 'light', viewport: { width: 1366, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1366, height: 900 } },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 720 } },
};
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
for (const view of (process.env.VIEWS ?? 'light,narrow').split(',')) {
  const context = await browser.newContext({ ...views[view], locale: process.env.LANG_ ?? 'es-ES' });
  const page = await context.newPage();
  page.on('console', (m) => {
    if (m.type() === 'error') console.log('console', m.text().slice(0, 300));
  });
  page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 300)));
  await page.goto(`${base}/sign-in`);
  await page
    .getByRole('button', { name: new RegExp(who) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  for (const path of rest) {
    const [name, at] = path.split('=');
    const started = Date.now();
    const response = await page.goto(base + at, { waitUntil: 'networkidle' }).catch((e) => console.log(String(e)));
    console.log(
      view,
      at,
      response?.status?.(),
      Date.now() - started,
      'sideways',
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    );
    await page.screenshot({ path: `${out}/${name}-${view}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
