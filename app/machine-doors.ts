import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { printBug } from './api/print-bug.ts';

/** A door of the API that machines come to a thousand times a second, by the function that answers it behind Next too. */
export type MachineDoor = {
  path: RegExp;
  /** No longer body is read on; the answer to a longer one is the function's own. */
  maxBytes: number;
  post: (request: Request, named: Record<string, string>) => Promise<Response>;
};

/**
 * An HTTP server that answers these doors itself and leaves everything else to `otherwise`. Next spends milliseconds of
 * processor on each request before its handler is asked; a receipt costs a fraction of one.
 */
export function serverWithDoors(doors: readonly MachineDoor[], otherwise: RequestListener): Server {
  return createServer((incoming, outgoing) => {
    const [pathname = '/'] = (incoming.url ?? '/').split('?', 1);
    const door = incoming.method === 'POST' ? doors.find(({ path }) => path.test(pathname)) : undefined;
    if (door) void throughDoor(door, pathname, incoming, outgoing);
    else otherwise(incoming, outgoing);
  });
}

async function throughDoor(
  { path, maxBytes, post }: MachineDoor,
  pathname: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const body = await bodyOf(incoming, maxBytes);
    const host = incoming.headers.host ?? 'localhost';
    const request = new Request(new URL(incoming.url ?? '/', `http://${host}`), {
      method: 'POST',
      headers: headersOf(incoming),
      ...(body.length > 0 && { body }),
    });
    const answer = await post(request, { ...path.exec(pathname)?.groups });
    // What is left of a body that nobody will read is not to be taken for the next request.
    if (!incoming.complete) outgoing.setHeader('connection', 'close');
    const told = Buffer.from(await answer.arrayBuffer());
    outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': told.length });
    outgoing.end(told);
  } catch (error) {
    // Whoever went away in the middle of a body needs no answer. A host that makes no address is a TypeError of `URL`.
    if (incoming.destroyed && !incoming.complete) return;
    const badAddress = error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL';
    if (!badAddress) printBug(error);
    if (!outgoing.headersSent) outgoing.writeHead(badAddress ? 400 : 500);
    outgoing.end();
  }
}

/** The body up to one byte more than is allowed: enough to be refused as too long. */
async function bodyOf(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) break;
  }
  return Buffer.concat(chunks, Math.min(length, maxBytes + 1));
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}
