/** What an official may be in a unit. In Spanish, as in DESIGN.md: lectura, diseño, responsable, visto bueno, atención, canales, protección de datos, administración. */
export const roles = [
  'reader',
  'designer',
  'manager',
  'approver',
  'agent',
  'accounts',
  'protection',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** One role in one unit. */
export type Grant = { unitId: string; role: Role };

const everybody = roles;

/**
 * Everything that needs a permission, and the roles that have it. The only table of its kind: pages, server functions, the
 * API and the activities that act for an official all ask `may`.
 */
export const permissions = {
  'home.see': everybody,
  'journey.read': everybody,
  'journey.edit': ['designer', 'manager'],
  'journey.ask-to-publish': ['designer', 'manager'],
  'run.read': everybody,
  'run.drill': ['designer', 'manager'],
  'run.ask-to-launch': ['manager'],
  'run.brake': ['manager', 'approver'],
  'run.resume': ['manager', 'approver'],
  'run.correct': ['manager', 'approver'],
  'request.read': ['reader', 'designer', 'manager', 'approver', 'protection'],
  'request.decide': ['approver'],
  'audience.read': ['reader', 'designer', 'manager', 'approver', 'protection'],
  'audience.edit': ['designer', 'manager'],
  /** Sees exact counts and who is behind them, by number; without it people are figures rounded to tens. */
  'citizen.list': ['manager', 'approver', 'agent', 'protection'],
  /** Opens one person's record, giving a reason. */
  'citizen.open': ['manager', 'agent', 'protection'],
  'desk.work': ['manager', 'agent'],
  'task.work': ['agent'],
  'attention.settle': ['manager'],
  'event.send': ['manager'],
  'warning.send': ['manager'],
  'attribute.read': everybody,
  'attribute.manage': ['protection'],
  'import.run': ['manager', 'protection'],
  'account.read': everybody,
  'account.manage': ['accounts'],
  'connection.manage': ['accounts'],
  'key.manage': ['administrator'],
  'webhook.manage': ['administrator'],
  'official.read': ['administrator', 'protection'],
  'official.manage': ['administrator'],
  'unit.manage': ['administrator'],
  'audit.read': ['protection', 'administrator'],
  'audit.verify': ['protection', 'administrator'],
  'health.read': ['manager', 'accounts', 'protection', 'administrator'],
  'sandbox.use': ['designer', 'manager', 'approver', 'agent', 'accounts', 'protection', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as Action[]; // Object.keys forgets that keys are literal

/** Whether these grants allow an act in a unit; with null, in any unit at all. Whoever has no grant may nothing. */
export function may(grants: readonly Grant[], action: Action, unitId: string | null): boolean {
  return grants.some((grant) => (unitId === null || grant.unitId === unitId) && allows(grant.role, action));
}

/** The units in which these grants allow an act, each once: what lists are filtered by. */
export function unitsWhere(grants: readonly Grant[], action: Action): string[] {
  return [...new Set(grants.filter(({ role }) => allows(role, action)).map(({ unitId }) => unitId))];
}

/** Acts that ask for a key of one's own (a passkey) besides the role: a password may be lent, a key is in somebody's hand. */
export const needsPasskey: readonly Action[] = ['request.decide'];

const allows = (role: Role, action: Action) => (permissions[action] as readonly Role[]).includes(role);
