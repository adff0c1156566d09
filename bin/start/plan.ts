import path from 'node:path';
import { env, inheritedEnvironment } from '#env';
import { root } from '../root.ts';
import type { NeededPort } from './ports.ts';
import { secret } from './secret.ts';
import { isLoopback } from './web-command.ts';

/** What this start is going to run, read from the environment once. */
export type Plan = {
  dev: boolean;
  /** Started by `npm start`, which passes on our signals. */
  underNpm: boolean;
  /** Where everything made by the start lives, absolute. */
  folder: string;
  logFolder: string;
  address: string;
  host: string;
  /** Given from outside; undefined means our own. */
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  ports: {
    web: number;
    postgres: number;
    temporal: number;
    temporalUi: number;
    sandbox: number;
    sandboxSmtp: number;
    metrics: number;
  };
};

export function planStart(argv: string[]): Plan {
  const settings = env();
  const folder = path.resolve(root, settings.CAUCE_DIR);
  // By name rather than by number where both lead here: keys (WebAuthn) want a name.
  const shown = ['0.0.0.0', '127.0.0.1', '::'].includes(settings.HOST) ? 'localhost' : settings.HOST;
  return {
    dev: argv.includes('--dev'),
    underNpm: inheritedEnvironment()['npm_lifecycle_event'] !== undefined,
    folder,
    logFolder: path.join(folder, 'log'),
    address: settings.PUBLIC_URL ?? `http://${shown}:${settings.PORT}`,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL,
    temporalAddress: settings.TEMPORAL_ADDRESS,
    ports: {
      web: settings.PORT,
      postgres: settings.POSTGRES_PORT,
      temporal: settings.TEMPORAL_PORT,
      temporalUi: settings.TEMPORAL_UI_PORT,
      sandbox: settings.SANDBOX_PORT,
      sandboxSmtp: settings.SANDBOX_SMTP_PORT,
      metrics: settings.METRICS_PORT,
    },
  };
}

/** Whether this start is the demonstration: our own database, and a web that only this machine reaches under its own name. */
export function isDemonstration({ databaseUrl, host }: Plan): boolean {
  return databaseUrl === undefined && isLoopback(host) && env().PUBLIC_URL === undefined;
}

/** The ports of the processes that are ours to start, with the variable that chooses another. */
export function neededPorts({ ports, databaseUrl, temporalAddress }: Plan): NeededPort[] {
  return [
    { name: 'web', port: ports.web, variable: 'PORT' },
    ...(databaseUrl ? [] : [{ name: 'Postgres', port: ports.postgres, variable: 'POSTGRES_PORT' }]),
    ...(temporalAddress
      ? []
      : [
          { name: 'Temporal', port: ports.temporal, variable: 'TEMPORAL_PORT' },
          { name: 'Temporal Web UI', port: ports.temporalUi, variable: 'TEMPORAL_UI_PORT' },
        ]),
    { name: 'sandbox', port: ports.sandbox, variable: 'SANDBOX_PORT' },
    { name: 'sandbox SMTP', port: ports.sandboxSmtp, variable: 'SANDBOX_SMTP_PORT' },
    { name: 'worker', port: ports.metrics, variable: 'METRICS_PORT' },
  ];
}

/** The environment of every process of ours: where the others are, whatever was left to its default. */
export function childEnvironment(
  plan: Plan,
  found: { databaseUrl?: string; temporalAddress?: string },
): NodeJS.ProcessEnv {
  const inherited = inheritedEnvironment();
  return {
    ...inherited,
    NODE_ENV: plan.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CAUCE_DIR: plan.folder,
    DATABASE_URL: found.databaseUrl ?? plan.databaseUrl,
    TEMPORAL_ADDRESS: found.temporalAddress ?? plan.temporalAddress,
    HOST: plan.host,
    CAUCE_SECRET: secret(plan.folder),
    CAUCE_DEMONSTRATION: String(isDemonstration(plan)),
    PORT: String(plan.ports.web),
    METRICS_PORT: String(plan.ports.metrics),
    METRICS_HOST: '127.0.0.1',
    SANDBOX_PORT: String(plan.ports.sandbox),
    SANDBOX_SMTP_PORT: String(plan.ports.sandboxSmtp),
    SANDBOX_DIR: inherited['SANDBOX_DIR'] ?? path.join(plan.folder, 'sandbox'),
    SANDBOX_SECRET: env().SANDBOX_SECRET,
    CALLBACK_URL: inherited['CALLBACK_URL'] ?? `http://127.0.0.1:${plan.ports.web}/api/receipts`,
  };
}
