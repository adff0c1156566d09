import type { Action } from '#engine/office/permission.ts';
import type { ConductActivities } from './activities/conduct.ts';
import type { DispatchActivities } from './activities/dispatch.ts';
import type { IntakeActivities } from './activities/intake.ts';

type Activity = keyof (ConductActivities & DispatchActivities & IntakeActivities);

/**
 * For whom an activity acts: an official, who is asked again for what they may do, by whoever does it; or nobody, because it
 * carries out what was judged at the door (`door`), what the gate let in (`gate`), or what the clock asks for (`clock`).
 */
export type Acting = { official: 'who signed' | 'who is called'; action: Action } | 'door' | 'gate' | 'clock';

/** The map of activities: one without a line here fails the check, as a page or a server function does. */
export const actingFor = {
  lookAtRun: 'door',
  verifyApproval: { official: 'who signed', action: 'request.decide' },
  enrolPages: { official: 'who signed', action: 'request.decide' },
  enrolFollowers: { official: 'who signed', action: 'request.decide' },
  // A brake was pulled by somebody who might: nothing may ask again before people are left in peace.
  stopMembers: 'door',
  advancePartition: 'gate',
  drainAccount: 'gate',
  performCalls: 'gate',
  attendRequest: { official: 'who is called', action: 'request.decide' },
  deliverWebhook: 'door',
  takeInEvents: 'door',
  relay: 'clock',
  upkeep: 'clock',
} as const satisfies Record<Activity, Acting>;
