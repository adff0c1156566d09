import { z } from 'zod';
import type { Account, Callback, CallbackReading } from '../channel.ts';
import { signed } from '../signature.ts';

/** Checks the signature of a callback and reads its receipts and replies; `now` in epoch ms. */
export function readCallback(callback: Callback, account: Account, now: number): CallbackReading {
  const proof = signed(callback.headers, callback.body, account.secret, now);
  return proof.ok ? readEvents(callback.body) : { ok: false, status: 401, problem: proof.problem };
}

/** Reads the JSON of a callback whose sender is already proven. */
export function readEvents(text: string): CallbackReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, status: 400, problem: 'body-not-json' };
  }
  const read = body.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    return { ok: false, status: 400, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  return { ok: true, receipts: read.data.receipts, replies: read.data.replies };
}

const receipt = z
  .object({
    key: z.string().min(1).max(200).optional(),
    reference: z.string().min(1).max(200).optional(),
    status: z.enum(['delivered', 'read', 'failed']),
    code: z.string().max(100).optional(),
    at: z.int().min(0),
  })
  .refine((one) => one.key !== undefined || one.reference !== undefined, { error: 'key or reference is needed' });

const reply = z.object({
  id: z.string().min(1).max(200),
  from: z.string().min(1).max(320),
  to: z.string().max(320),
  text: z.string().max(10_000),
  at: z.int().min(0),
  reference: z.string().max(200).optional(),
});

const body = z.object({
  receipts: z.array(receipt).max(1_000).default([]),
  replies: z.array(reply).max(1_000).default([]),
});
