import { type Action, type Grant, may, type Role } from '#engine/office/permission.ts';

/** Parts of Inicio. */
export type Block = 'signing' | 'running' | 'desk' | 'asked' | 'drafts' | 'waiting' | 'openings' | 'channels';

/** What each part needs, and whose first concern it is. */
const blocks: { block: Block; action: Action; firstFor: Role[] }[] = [
  { block: 'signing', action: 'request.decide', firstFor: ['approver'] },
  { block: 'running', action: 'run.read', firstFor: ['manager', 'reader'] },
  { block: 'desk', action: 'desk.work', firstFor: ['agent'] },
  { block: 'asked', action: 'journey.ask-to-publish', firstFor: [] },
  { block: 'drafts', action: 'journey.edit', firstFor: ['designer'] },
  { block: 'openings', action: 'audit.read', firstFor: ['protection'] },
  { block: 'channels', action: 'account.read', firstFor: ['accounts', 'administrator'] },
  { block: 'waiting', action: 'run.read', firstFor: [] },
];
/** Of somebody with several roles, the one that comes first here is what they open Cauce for. */
const urgency: Role[] = [
  'approver',
  'manager',
  'agent',
  'designer',
  'accounts',
  'administrator',
  'protection',
  'reader',
];

/** The parts that an official may see: the first concern of their most urgent role, then the others in their order. */
export function blocksFor(grants: readonly Grant[]): Block[] {
  const own = blocks.filter(({ action }) => may(grants, action, null));
  const roles = urgency.filter((role) => grants.some((grant) => grant.role === role));
  const first = roles.flatMap((role) => own.filter(({ firstFor }) => firstFor.includes(role)))[0];
  return [...new Set([...(first ? [first] : []), ...own].map(({ block }) => block))];
}
