import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { env } from '#env';
import { type Callbacks, createCallbacks } from './callbacks.ts';
import { control } from './control.ts';
import type { Gateway } from './gateway.ts';
import { answer, takeBatch } from './gateway-door.ts';
import { startMailServer } from './mail-server.ts';
import { openGateway } from './open-gateway.ts';

export type Sandbox = { port: number; smtpPort: number; close(): Promise<void> };

const LOOPBACK = '127.0.0.1';
const LARGEST_BODY = 32 << 20;
const TICK_MS = 20;

/** Starts the simulated providers: an HTTP gateway and an SMTP server on loopback, on the ledger of `dir`. Port 0 takes any free one. */
export async function startSandbox(settings: {
  dir: string;
  port: number;
  smtpPort: number;
  secret: string;
  callbackUrl: string;
}): Promise<Sandbox> {
  const gateway = openGateway(settings.dir, Date.now());
  const callbacks = createCallbacks(gateway, settings.callbackUrl, settings.secret);
  const mail = await startMailServer(gateway, settings.secret, settings.smtpPort, LOOPBACK);
  const server = createServer((request, response) => {
    serve(gateway, callbacks, settings.secret, request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
      if (!response.headersSent) answer(response, 500, '{"error":"internal"}');
    });
  });
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, settings.port);
  const timer = setInterval(() => callbacks.tick(Date.now()), TICK_MS);
  return {
    port,
    smtpPort: mail.port,
    async close() {
      clearInterval(timer);
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), mail.close(), callbacks.close()]);
      gateway.ledger.close();
    },
  };
}

async function serve(
  gateway: Gateway,
  callbacks: Callbacks,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!fromThisMachine(request)) return answer(response, 403, '{"error":"loopback only"}');
  const body = await bodyOf(request);
  if (!body) return answer(response, 413, '{"error":"body too large"}');
  if (request.method === 'POST' && request.url === '/v1/messages') {
    return await takeBatch(gateway, callbacks, secret, request, response, body);
  }
  const url = new URL(request.url ?? '/', `http://${LOOPBACK}`);
  // Another system that is told what happens (webhooks): it takes everything.
  if (request.method === 'POST' && url.pathname === '/hooks') return answer(response, 200, '{}');
  if (url.pathname === '/health') return answer(response, 200, '{"status":"ok"}');
  if (!url.pathname.startsWith('/control/')) return answer(response, 404, '{"error":"unknown"}');
  const said = await control(gateway, request.method ?? 'GET', url, body.toString(), Date.now());
  answer(response, said.status, JSON.stringify(said.body));
}

// A page open in somebody's browser may reach loopback too: by its own origin, or by a name that it makes resolve to us.
function fromThisMachine({ headers }: IncomingMessage): boolean {
  const local = (host: string): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  return (
    local(headers.host ?? '') && (headers.origin === undefined || local(headers.origin.replace(/^https?:\/\//, '')))
  );
}

function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= LARGEST_BODY) pieces.push(piece);
    });
    request.on('end', () =>
      resolve(size > LARGEST_BODY ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)),
    );
    request.on('error', reject);
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function main(): Promise<void> {
  const { SANDBOX_DIR, SANDBOX_PORT, SANDBOX_SMTP_PORT, SANDBOX_SECRET, CALLBACK_URL } = env();
  const sandbox = await startSandbox({
    dir: SANDBOX_DIR,
    port: SANDBOX_PORT,
    smtpPort: SANDBOX_SMTP_PORT,
    secret: SANDBOX_SECRET,
    callbackUrl: CALLBACK_URL,
  });
  process.stdout.write(`sandbox: http://${LOOPBACK}:${sandbox.port}, smtp://${LOOPBACK}:${sandbox.smtpPort}\n`);
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
