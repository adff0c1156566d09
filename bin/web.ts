import { spawn } from 'node:child_process';
import { env, inheritedEnvironment } from '#env';
import { root } from './root.ts';
import { isPlain, webCommand } from './start/web-command.ts';
import { words } from './words.ts';

const { HOST: host, PORT: port, CAUCE_SECRET: secret } = env();
if (isPlain(host)) process.stderr.write(`${words.plainWarning(host)}\n`);
if (secret === undefined) {
  process.stderr.write(`${words.secretMissing()}\n`);
  process.exit(1);
}

const dev = process.argv.includes('--dev');
const { command, args } = webCommand({ dev, host, port });
const web = spawn(command, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...inheritedEnvironment(), NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => web.kill(signal));
web.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
