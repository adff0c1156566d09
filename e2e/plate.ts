import type { Browser } from 'playwright-core';

export type Shot = { caption: string; width: number; picture: Buffer };

/** Several pictures of one thing on one sheet, each under its caption, in columns of alike width. */
export async function plate(browser: Browser, title: string, all: Shot[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1_680, height: 800 } });
  // Two looks that came out the same, as with and without motion, stand under one caption.
  const shots = together(all);
  // Tall ones in four columns: a picture of more than some thousand lines is not taken.
  const many = shots.reduce((sum, { picture }) => sum + heightOf(picture), 0) > 14_000 ? 4 : 2;
  const columns = Array.from({ length: many }, (_, column) => shots.filter((_, i) => i % many === column));
  const narrow = shots.filter(({ width }) => width <= 320);
  const sheet = [...columns.map((column) => column.filter(({ width }) => width > 320)), narrow]
    .map((column) => `<div>${column.map(figure).join('')}</div>`)
    .join('');
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 16px; width: max-content; background: #8a9a98; font: 14px/20px sans-serif; color: #10211f }
    h1 { margin: 0 0 12px; font-size: 18px } main { display: flex; gap: 16px; align-items: flex-start }
    figure { margin: 0 0 16px } img { display: block }</style><h1>${title}</h1><main>${sheet}</main>`);
  const size = await page.evaluate(() => ({ width: document.body.scrollWidth, height: document.body.scrollHeight }));
  await page.setViewportSize({ width: size.width, height: Math.min(size.height, 14_000) });
  const taken = await page.screenshot();
  await page.close();
  return taken;
}

/** As a PNG says it of itself. */
const heightOf = (picture: Buffer) => picture.readUInt32BE(20);

function together(all: Shot[]): Shot[] {
  const shots: Shot[] = [];
  for (const shot of all) {
    const same = shots.find(({ picture }) => picture.equals(shot.picture));
    if (same) same.caption += ` = ${shot.caption}`;
    else shots.push({ ...shot });
  }
  return shots;
}

const figure = ({ caption, width, picture }: Shot) =>
  `<figure><figcaption>${caption}</figcaption><img width="${width}" src="data:image/png;base64,${picture.toString('base64')}"></figure>`;
