import { z } from 'zod';

const host = z
  .url({ protocol: /^https$/, message: 'https-only' })
  .max(300)
  .refine((url) => !/[?#@]/.test(url.replace(/^https:\/\//, '')), { message: 'plain-address' });

/**
 * A way to another system, as somebody proposes it: a fixed https address that journeys cannot leave, what may be asked of
 * it and told to it, and the headers that prove who we are. `testUrl` is where invented people may be sent.
 */
export const connectionSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.string().min(1).max(120),
  url: host,
  testUrl: host.optional(),
  methods: z.array(z.enum(['GET', 'POST', 'PUT'])).min(1),
  sends: z.array(z.string().regex(/^(?:citizen|member)\.[A-Za-z_][\w-]*$/)).max(60),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().regex(/^[\x20-\x7e]{1,2000}$/))
    .refine(
      (headers) =>
        !Object.keys(headers).some((name) => /^(?:host|content-length|connection|idempotency-key)$/i.test(name)),
      {
        message: 'header-of-ours',
      },
    ),
});
export type Connection = z.infer<typeof connectionSchema>;
