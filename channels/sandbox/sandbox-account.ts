import { z } from 'zod';
import { profile } from './recipient.ts';

/** How the gateway treats one account; every field can be set while it runs, by `PUT /control/accounts/{id}`. */
export const sandboxAccount = z.object({
  profile: profile.default('by-address'),
  /** Where receipts and replies go, without the account's id; the gateway's own default when absent. */
  callbackUrl: z.url().optional(),
  /** Every simulated delay is multiplied by this: a drill at 60 times the speed uses 1/60. */
  delayScale: z.number().min(0).default(1),
  /** A simulated outage: connections cut, answers after 5 seconds, status 500, status 429. */
  down: z.union([z.literal(false), z.literal(true), z.enum(['slow', '500', '429'])]).default(false),
  /** Callbacks as the account's provider makes them: signed JSON, or bounces and replies as real mail. */
  via: z.enum(['http', 'smtp']).default('http'),
});

export type SandboxAccount = z.output<typeof sandboxAccount>;

/** An account nobody has said anything about. */
export const unknownAccount = (via: 'http' | 'smtp'): SandboxAccount => sandboxAccount.parse({ via });
