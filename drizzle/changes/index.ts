import { editAccount } from './account-kinds.ts';
import type { ChangeKind } from './change-kind.ts';
import { createKey } from './key-kinds.ts';
import { grantRole, inviteOfficial, readmitOfficial, revokeRole, unblockOfficial } from './official-kinds.ts';
import { createUnit, editUnit } from './unit-kinds.ts';

/** Every kind of change that takes two people, by the name it is stored under. */
export const changeKinds = {
  'official.invite': inviteOfficial,
  'official.grant': grantRole,
  'official.revoke': revokeRole,
  'official.unblock': unblockOfficial,
  'official.readmit': readmitOfficial,
  'unit.create': createUnit,
  'unit.edit': editUnit,
  'account.edit': editAccount,
  'key.create': createKey,
};

export type ChangeName = keyof typeof changeKinds;

/** The kind of a stored change; undefined when this version of Cauce no longer knows it. */
export function changeKind(name: string): ChangeKind | undefined {
  // Each kind's own schema reads its detail before its work sees it, so what it was made of may be forgotten here.
  return Object.hasOwn(changeKinds, name) ? (changeKinds[name as ChangeName] as unknown as ChangeKind) : undefined;
}
