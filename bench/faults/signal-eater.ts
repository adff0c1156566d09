import { connect, createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { gunzipSync } from 'node:zlib';

/** A way to Temporal that swallows signals; everything else passes as it is. */
export type SignalEater = {
  address: string;
  counted: () => { dropped: number; passed: number };
  close: () => Promise<void>;
};

const signalling = /\/(SignalWithStartWorkflowExecution|SignalWorkflowExecution)$/;

/** Listens on any free port of loopback; drops the first, third, fifth … signal to each workflow and says it was delivered. */
export async function startSignalEater(address: string): Promise<SignalEater> {
  const heard = new Map<string, number>();
  let dropped = 0;
  let passed = 0;
  let upstream = connect(`http://${address}`);
  upstream.on('error', () => undefined);
  const server = createServer();
  server.on('sessionError', () => undefined);
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    if (!signalling.test(headers[':path'] ?? '')) return pass(stream, headers);
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      const body = Buffer.concat(pieces);
      const workflow = workflowIn(body);
      const before = heard.get(workflow) ?? 0;
      heard.set(workflow, before + 1);
      if (before % 2 === 1) {
        passed++;
        return pass(stream, headers, body);
      }
      dropped++;
      swallow(stream);
    });
  });

  function pass(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, body?: Buffer): void {
    if (upstream.closed || upstream.destroyed) {
      upstream = connect(`http://${address}`);
      upstream.on('error', () => undefined);
    }
    const onward = upstream.request(headers, { endStream: false });
    onward.on('error', () => stream.destroyed || stream.close());
    stream.on('close', () => onward.destroyed || onward.close());
    onward.on('response', (answer) => {
      if (stream.destroyed) return;
      stream.respond(answer, { waitForTrailers: true });
      let trailers: IncomingHttpHeaders = {};
      onward.on('trailers', (given) => (trailers = given));
      stream.on('wantTrailers', () => stream.sendTrailers(trailers));
      onward.on('data', (piece: Buffer) => stream.write(piece));
      onward.on('end', () => stream.end());
    });
    if (body) onward.end(body);
    else stream.pipe(onward);
  }

  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      resolve(typeof place === 'object' && place ? place.port : 0);
    }),
  );
  return {
    address: `127.0.0.1:${port}`,
    counted: () => ({ dropped, passed }),
    close: async () => {
      upstream.destroy();
      server.close();
    },
  };
}

/** An empty answer of gRPC, and its "all well". */
function swallow(stream: ServerHttp2Stream): void {
  if (stream.destroyed) return;
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.end(Buffer.alloc(5));
}

/** The workflow's id in a request, packed or not: its second field, behind the namespace. Ids are shorter than 128 bytes. */
function workflowIn(body: Buffer): string {
  const message = body[0] === 1 ? gunzipSync(body.subarray(5)) : body.subarray(5);
  const fields: string[] = [];
  for (let at = 0; at + 1 < message.length && fields.length < 2; ) {
    const end = at + 2 + (message[at + 1] ?? 0);
    fields.push(message.toString('utf8', at + 2, end));
    at = end;
  }
  return fields[1] ?? '';
}
