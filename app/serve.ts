import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import next from 'next';
import { type MachineDoor, serverWithDoors } from './machine-doors.ts';
import { staticFiles } from './static-files.ts';

/** Serves the pages as they were built, and before them the doors of machines and what the build made: `tsx app/serve.ts --hostname H --port P`. */
const { values } = parseArgs({ options: { hostname: { type: 'string' }, port: { type: 'string' } } });
const { hostname = '127.0.0.1' } = values;
const port = Number(values.port ?? 3000);

const dir = fileURLToPath(new URL('..', import.meta.url));
const app = next({ dev: false, dir, hostname, port });
await app.prepare();
// Until the doors are there Next answers for them too, by the same functions: nobody waits for them at a start.
const doors: MachineDoor[] = [];
const pages = app.getRequestHandler();
const server = serverWithDoors(
  doors,
  staticFiles(dir, (request, response) => void pages(request, response)),
);
server.listen(port, hostname);

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(code)));
    server.closeIdleConnections();
    // Whoever follows a run holds a connection for as long as they look.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });

// What handlers import of Next wants Next to be there already.
const { contract } = await import('./api/contract.ts');
const { POST: receiveReceipts } = await import('./api/receipts/[account]/route.ts');
const { POST: receiveEvents } = await import('./api/events/route.ts');
doors.push(
  {
    path: /^\/api\/receipts\/(?<account>[^/]+)$/,
    maxBytes: contract.receipts.maxBytes,
    post: (request, { account = '' }) => receiveReceipts(request, { params: Promise.resolve({ account }) }),
  },
  { path: /^\/api\/events$/, maxBytes: contract.events.maxBytes, post: (request) => receiveEvents(request) },
);
