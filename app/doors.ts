import type { Opening } from './pages.ts';

/** Ways in that are neither pages nor in the contract of the API, and who may use them. */
export const doors: { path: string; methods: string[]; action: Opening }[] = [
  { path: '/health', methods: ['GET'], action: 'anyone' },
  { path: '/ready', methods: ['GET'], action: 'anyone' },
  { path: '/audit/export', methods: ['GET'], action: 'audit.read' },
  { path: '/sandbox/control/[...path]', methods: ['GET', 'POST'], action: 'sandbox.use' },
  { path: '/api/identity/callback/[provider]', methods: ['GET'], action: 'anyone' },
  { path: '/api/[...unknown]', methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'], action: 'anyone' },
];

/** The line of one door, by its path. */
export function doorAt(path: string): (typeof doors)[number] {
  const door = doors.find((one) => one.path === path);
  if (!door) throw new Error(`${path} is no door of ours`);
  return door;
}
