import { type Grant, may } from '#engine/office/permission.ts';
import { type PageLine, pages, type RailKey, rail } from './pages.ts';

/** Whether an official with these grants may open a page of the map. */
export function mayOpen(grants: readonly Grant[], { action }: Pick<PageLine, 'action'>): boolean {
  return action === 'anyone' || action === 'signed-in' || may(grants, action, null);
}

/** Whether a page is built and may be opened: what links to it asks this first. */
export function isOpen(grants: readonly Grant[], path: string): boolean {
  const page = pages.find((one) => one.path === path);
  return page !== undefined && mayOpen(grants, page);
}

/** Where each place of the rail leads for this official; null: not built yet. What is built but not theirs is left out. */
export function railFor(
  grants: readonly Grant[],
): { key: RailKey; icon: (typeof rail)[number]['icon']; href: string | null }[] {
  return rail.flatMap(({ key, icon, paths }) => {
    const built = paths.filter((path) => pages.some((page) => page.path === path));
    const href = built.find((path) => isOpen(grants, path)) ?? null;
    return built.length > 0 && href === null ? [] : [{ key, icon, href }];
  });
}
