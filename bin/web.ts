import { spawn } from 'node:child_process';
import { env, inheritedEnvironment } from '#env';
import { root } from './root.ts';
import { isLoopback, webCommand } from './start/web-command.ts';
import { words } from './words.ts';

const { HOST: host, PORT: port } = env();
if (!isLoopback(host)) process.stderr.write(`${words.hostWarning(host)}\n`);

const dev = process.argv.includes('--dev');
const { command, args } = webCommand({ dev, host, port });
const web = spawn(command, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...inheritedEnvironment(), NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => web.kill(signal));
web.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
