import type { CDPSession, Page } from 'playwright-core';

/** One stop of the Tab key: what a screen reader says there, and what is wrong with it. */
export type Stop = { role: string; name: string; width: number; height: number; wrong: string[] };
/** What the whole page says of itself. */
export type Walk = {
  stops: Stop[];
  headings: { level: number; text: string }[];
  landmarks: string[];
  wrong: string[];
  whole: boolean;
};

const mostStops = 80;

/** Walks a page with the Tab key from its beginning until it comes round, or for 80 stops. */
export async function focusWalk(page: Page): Promise<Walk> {
  const cdp = await page.context().newCDPSession(page);
  const stops: Stop[] = [];
  let whole = false;
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  for (let i = 0; i < mostStops; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(look);
    if (seen === null) {
      whole = true;
      break;
    }
    const said = await spoken(cdp);
    stops.push({ ...said, ...seen, wrong: [...seen.wrong, ...(said.name === '' ? ['has no name'] : [])] });
  }
  return { stops, whole, ...(await page.evaluate(structure)) };
}

/** What on a page is too small, hidden when it has the focus, or does not show it: every control asked at once, without walking. */
export async function outOfReach(page: Page): Promise<string[]> {
  // Both functions run in the page, where neither sees the other unless it is handed over.
  return page.evaluate<string[]>(`(${eachControl})(${look})`);
}

/** In the page: gives the focus to each control in turn and looks at it. */
async function eachControl(judge: typeof look): Promise<string[]> {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
  ];
  const found: string[] = [];
  for (const control of controls) {
    if (control.tabIndex < 0 || control.getClientRects().length === 0) continue;
    control.focus({ preventScroll: false });
    // A drawing brings the card that has the focus into sight in its next frame.
    if (control.closest('.react-flow')) await new Promise(requestAnimationFrame);
    if (document.activeElement !== control) continue;
    const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
    const wrong = judge()?.wrong ?? [];
    found.push(...wrong.map((what) => `${control.tagName.toLowerCase()} «${name.slice(0, 40)}» ${what}`));
  }
  (document.activeElement as HTMLElement | null)?.blur(); // focusable, since it has the focus
  return [...new Set(found)];
}

/** The role and name of what has the focus, as the browser tells assistive technology. */
async function spoken(cdp: CDPSession): Promise<{ role: string; name: string }> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
  if (result.objectId === undefined) return { role: 'none', name: '' };
  const { nodes } = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  const node = nodes.find(({ ignored }) => !ignored) ?? nodes[0];
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '').trim() };
}

/** In the page: the size of what has the focus, whether it is hidden behind something, and whether the focus shows. */
function look(): { width: number; height: number; wrong: string[] } | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return null;
  const box = focused.getBoundingClientRect();
  const wrong: string[] = [];
  const style = getComputedStyle(focused);
  const inner = focused.closest('[class*="search"], [class*="group"], [class*="parts"]');
  const shows = (element: Element | null) =>
    element !== null &&
    (getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(element).boxShadow !== 'none');
  if (!shows(focused) && !shows(inner)) wrong.push('shows no focus');
  // A link within a sentence is as high as its line (WCAG 2.5.8 lets it).
  const inline = focused.tagName === 'A' && style.display === 'inline';
  if (!inline && (box.width < 24 || box.height < 24))
    wrong.push(`is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const [x, y] = [
    (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
    (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2,
  ];
  const top = inView ? document.elementFromPoint(x, y) : null;
  if (!inView) wrong.push('is out of sight');
  else if (top && !focused.contains(top) && !top.contains(focused)) wrong.push('is hidden behind something');
  return { width: Math.round(box.width), height: Math.round(box.height), wrong };
}

/** In the page: its headings and landmarks, and what is wrong with the whole. */
function structure(): Omit<Walk, 'stops' | 'whole'> {
  const visible = (element: Element) => element.getClientRects().length > 0;
  const headings = [...document.querySelectorAll('h1, h2, h3, h4')].filter(visible).map((heading) => ({
    level: Number(heading.tagName.slice(1)),
    text: (heading.textContent ?? '').trim().slice(0, 80),
  }));
  // The header of an article is no landmark.
  const within = (element: Element) => element.matches(':is(main, article, section, aside, nav) :is(header, footer)');
  const landmarks = [...document.querySelectorAll('header, nav, main, aside, footer, [role=search], form[aria-label]')]
    .filter((element) => visible(element) && !within(element))
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}${element.getAttribute('aria-label') ? ` «${element.getAttribute('aria-label')}»` : ''}`,
    );
  const wrong: string[] = [];
  if (headings.filter(({ level }) => level === 1).length !== 1) wrong.push('does not have one first heading');
  headings.forEach(({ level, text }, i) => {
    if (i > 0 && level > (headings[i - 1]?.level ?? 0) + 1) wrong.push(`skips a level at «${text}»`);
  });
  if (!document.documentElement.lang) wrong.push('does not say its language');
  if (document.title.trim() === '') wrong.push('has no title');
  return { headings, landmarks, wrong };
}
