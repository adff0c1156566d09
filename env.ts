import { z } from 'zod';
import { type Role, roles } from '#engine/office/permission.ts';

const roleInUnit = z
  .templateLiteral([z.enum(roles), '@', z.string().min(1)])
  .transform((text) => ({ role: text.slice(0, text.indexOf('@')) as Role, unit: text.slice(text.indexOf('@') + 1) })); // read just before

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().default(3000),
  /** The address the web listens on; anything but loopback is open to whoever reaches it. */
  HOST: z.string().default('127.0.0.1'),
  /** The address officials open, where it is not this machine's own: `https://cauce.ejemplo.es`. Keys are bound to its domain. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs sessions and encrypts what officials sign in with; at least 32 characters. `npm start` makes its own. */
  CAUCE_SECRET: z.string().min(32).optional(),
  /** After how long without a sign of life a session ends, and after how long in any case. */
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(240).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
  /** Whether a password alone is enough to work (`optional`), or only to set up a second factor. */
  SECOND_FACTOR: z.enum(['required', 'optional']).default('required'),
  /** How many proxies of ours stand before the web: from how far back in X-Forwarded-For an address is believed. */
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** The identity provider of the administration (OpenID Connect, by discovery), and the name on its button. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_NAME: z.string().default('OIDC'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z.string().default('openid profile email'),
  /** Believe its e-mail addresses also where it does not say that they are verified (Entra ID never does). */
  OIDC_TRUST_EMAIL: z.stringbool().default(false),
  /** The claim that gives roles, and what each of its values gives: `{"avisos-responsables": ["manager@X00000000"]}` (role@DIR3 or name of the unit). */
  OIDC_ROLE_CLAIM: z.string().default('roles'),
  OIDC_ROLES: z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown; // read by the schema that follows
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string(), z.array(roleInUnit)))
    .default({}),
  /** Set by `npm start` for the database it filled with invented people; never set it yourself. */
  CAUCE_DEMONSTRATION: z.stringbool().default(false),
  /** Where everything that `npm start` makes lives. */
  CAUCE_DIR: z.string().default('.cauce'),
  POSTGRES_PORT: z.coerce.number().int().default(5433),
  TEMPORAL_PORT: z.coerce.number().int().default(7233),
  TEMPORAL_UI_PORT: z.coerce.number().int().default(8233),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DATABASE_URL: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_API_KEY: z.string().optional(),
  /** Encrypt the way to Temporal; implied by an API key or by any of the files that follow (PEM). */
  TEMPORAL_TLS: z.stringbool().default(false),
  TEMPORAL_TLS_CA: z.string().optional(),
  TEMPORAL_TLS_CERT: z.string().optional(),
  TEMPORAL_TLS_KEY: z.string().optional(),
  /** Where the worker shows /health, /ready and /metrics; 0 takes any free port. */
  METRICS_PORT: z.coerce.number().int().default(9464),
  METRICS_HOST: z.string().default('127.0.0.1'),
  /** The sandbox gateway: HTTP port, SMTP port, its ledger's folder, and the secret of its accounts. */
  SANDBOX_PORT: z.coerce.number().int().default(4100),
  SANDBOX_SMTP_PORT: z.coerce.number().int().default(4125),
  SANDBOX_DIR: z.string().default('.cauce/sandbox'),
  SANDBOX_SECRET: z.string().min(1).default('sandbox-loopback-only'),
  /** Where the sandbox gateway sends receipts and replies; the account's id is appended. */
  CALLBACK_URL: z.url().default('http://127.0.0.1:3000/api/receipts'),
});

export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/** The process's settings, read once; a setting that cannot be read throws with its name and the reason. */
export function env(): Env {
  parsed ??= schema.parse(process.env);
  return parsed;
}

/** The whole environment as the process got it, to hand on to processes it starts. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
