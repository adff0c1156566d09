import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account, CallbackReading, Connection, Outcome, Outgoing } from '../channel.ts';
import { bounceMail, replyMail } from '../sandbox/mails.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { sign } from '../signature.ts';
import { type Settings, smtp } from './smtp.ts';

const SECRET = 'test-secret';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

describe('handing mail to a relay', () => {
  it('sends text and HTML with a way out, under a Message-ID made of the key', async () => {
    const { connection, mailbox } = await stage();
    const [outcome] = await connection.hand([
      { ...mail('ana'), html: '<p>Atención</p>', unsubscribe: 'https://ejemplo.invalid/baja/1' },
    ]);
    expect(outcome).toEqual({ key: keyOf('ana'), status: 'accepted', reference: keyOf('ana') });
    const { raw, ...shown } = await mailbox('ana');
    expect(raw).toBeUndefined();
    expect(shown).toMatchObject({
      subject: 'Ayuda de comedor',
      html: '<p>Atención</p>',
      unsubscribe: 'https://ejemplo.invalid/baja/1',
    });
    expect(shown.text).toContain('Atención: faltan papeles');
  });

  it('offers no way out of what the law or an emergency makes us send', async () => {
    const { connection, mailbox } = await stage();
    await connection.hand([{ ...mail('ana'), class: 'statutory', unsubscribe: 'https://ejemplo.invalid/baja/1' }]);
    expect((await mailbox('ana')).unsubscribe).toBeUndefined();
  });

  it('reads what the relay answers: refused, not now, slow down', async () => {
    const { connection } = await stage();
    const outcomes = await connection.hand(['a.refused', 'a.temporary', 'a.throttled', 'ana'].map(mail));
    expect(kinds(outcomes)).toEqual([
      'permanent smtp-550-5.1.1',
      'temporary smtp-451-4.3.0',
      'throttled smtp-450-4.7.1',
      'accepted',
    ]);
    expect(kinds(await connection.hand([mail('a.temporary')]))).toEqual(['accepted']);
  });

  it('takes a subject or sender with a line break for text, not for headers', async () => {
    const { connection, mailbox } = await stage();
    await connection.hand([
      { ...mail('ana'), subject: 'Hola\r\nBcc: otra@ejemplo.invalid', replyTo: 'x@y.es\r\nX-Evil: 1' },
    ]);
    expect(await mailbox('ana')).toMatchObject({ subject: 'Hola Bcc: otra@ejemplo.invalid' });
  });

  it('is the account’s fault, not the message’s, when the login is refused', async () => {
    const { sandbox } = await stage();
    const wrong = connectTo(sandbox.smtpPort, 'wrong');
    expect(kinds(await wrong.hand([mail('ana')]))).toEqual(['temporary eauth']);
  });

  it('is uncertain when the relay hangs up after the text was sent, and never repeated by itself', async () => {
    const relay = await relayThat((socket, line) => (line === '.' ? socket.destroy() : undefined));
    expect(kinds(await connectTo(relay.port).hand([mail('ana')]))).toEqual(['uncertain econnection']);
    expect(relay.texts()).toBe(1);
  });

  it('is temporary when the relay hangs up before the text, or nobody answers', async () => {
    const relay = await relayThat((socket, line) => (line.startsWith('MAIL') ? socket.destroy() : undefined));
    expect(kinds(await connectTo(relay.port).hand([mail('ana')]))).toEqual(['temporary econnection']);
    expect(kinds(await connectTo(9).hand([mail('ana')]))).toEqual(['temporary esocket']);
  });
});

describe('mail that the sandbox sends back', () => {
  it('is a real bounce, a real answer and a receipt, each understood', async () => {
    const read: CallbackReading[] = [];
    const door = createHttpServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', async () => {
        const headers = request.headers as Record<string, string>;
        read.push(await smtp.readCallback({ headers, body, url: request.url ?? '' }, accountOn(25), Date.now()));
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
    closers.push(() => door.close().closeAllConnections());
    const callbackUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/in`;
    const { connection, sandbox } = await stage();
    const settings = { callbackUrl, delayScale: 0.01 };
    await fetch(`http://127.0.0.1:${sandbox.port}/control/accounts/mail-1`, {
      method: 'PUT',
      body: JSON.stringify(settings),
    });
    await connection.hand(['a.failed', 'a.answers-2'].map(mail));
    const told = (): unknown[] =>
      read.flatMap((one): unknown[] => (one.ok ? [...one.receipts, ...one.replies] : [one]));
    for (let i = 0; i < 200 && told().length < 3; i++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(told()).toHaveLength(3);
    expect(told()).toEqual(
      expect.arrayContaining([
        { key: keyOf('a.failed'), status: 'failed', code: '5.1.1', at: expect.any(Number) },
        { key: keyOf('a.answers-2'), status: 'delivered', at: expect.any(Number) },
        expect.objectContaining({ from: 'a.answers-2@ejemplo.invalid', text: '2', reference: keyOf('a.answers-2') }),
      ]),
    );
  });
});

describe('reading mail that comes back', () => {
  const NOW = 1_782_923_400_000;
  const account = accountOn(25);
  const read = (body: string, type = 'message/rfc822', headers = sign(body, SECRET, NOW)) =>
    smtp.readCallback({ headers: { ...headers, 'content-type': type }, body, url: '/' }, account, NOW);
  const detail = {
    from: 'ana@ejemplo.invalid',
    to: 'avisos@ayto.invalid',
    text: 'Sí, año que viene',
    subject: 'Ayuda',
  };

  it('makes a receipt of a bounce', async () => {
    const receipts = [{ key: keyOf('ana'), status: 'failed', code: '5.1.1', at: NOW }];
    expect(await read(bounceMail(keyOf('ana'), detail, NOW))).toEqual({ ok: true, receipts, replies: [] });
  });

  it('knows the message by the head a bounce returns, when the relay forgot our envelope id', async () => {
    const bounce = bounceMail(keyOf('ana'), detail, NOW).replace(/Original-Envelope-Id.*\r\n/, '');
    const head = `Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${keyOf('ana')}@ayto.invalid>\r\nSubject: Ayuda\r\n\r\n`;
    const withHead = bounce.replace(/--bounce-[^\r\n]*--/, (end) => `${end.slice(0, -2)}\r\n${head}${end}`);
    expect(await read(withHead)).toMatchObject({ receipts: [{ key: keyOf('ana'), status: 'failed' }] });
    expect(await read(bounce.replace(/Message-ID.*\r\n/, ''))).toMatchObject({ ok: true, receipts: [] });
  });

  it('makes a reply of an answer, without what it quotes', async () => {
    const text = 'Sí, año que viene\n\nEl jue, 2 jul 2026, Ayuntamiento escribió:\n> Atención';
    expect(await read(replyMail(keyOf('ana'), 7, { ...detail, text }, NOW))).toMatchObject({
      receipts: [],
      replies: [{ from: detail.from, to: detail.to, text: 'Sí, año que viene', at: NOW, reference: keyOf('ana') }],
    });
  });

  it('makes nothing of an out-of-office answer', async () => {
    const automatic = replyMail(keyOf('ana'), 7, detail, NOW).replace(
      'MIME-Version',
      'Auto-Submitted: auto-replied\r\nMIME-Version',
    );
    expect(await read(automatic)).toEqual({ ok: true, receipts: [], replies: [] });
  });

  it('takes JSON receipts of relays that have them, and refuses what is unsigned or empty', async () => {
    const json = JSON.stringify({ receipts: [{ key: 'a', status: 'read', at: NOW }] });
    expect(await read(json, 'application/json')).toMatchObject({ ok: true, receipts: [{ key: 'a', status: 'read' }] });
    expect(await read(json, 'application/json', {})).toMatchObject({ ok: false, status: 401 });
    expect(await read('')).toMatchObject({ ok: false, status: 400 });
  });
});

const keyOf = (name: string): string =>
  `0190f2c4-7d00-7a3b-9c1d-${Buffer.from(name).toString('hex').padStart(18, '0')}`;
const mail = (name: string): Outgoing => ({
  key: keyOf(name),
  about: `run-1/${name}/n2/1/email`,
  channel: 'email',
  to: `${name}@ejemplo.invalid`,
  subject: 'Ayuda de comedor',
  text: 'Atención: faltan papeles',
  language: 'es',
  lane: 'service',
  class: 'service',
});

const kinds = (outcomes: Outcome[]): string[] =>
  outcomes.map((one) => (one.status === 'failed' ? `${one.kind} ${one.code}` : 'accepted'));

function accountOn(port: number, secret = SECRET): Account<Settings> {
  const settings = {
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'Ayuntamiento <avisos@ayto.invalid>',
    timeoutMs: 2_000,
  };
  return { id: 'mail-1', mode: 'sandbox', secret, settings: smtp.settings.parse(settings) };
}

function connectTo(port: number, secret?: string): Connection {
  const connection = smtp.connect(accountOn(port, secret));
  closers.push(connection.close);
  return connection;
}

async function stage() {
  const dir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const sandbox = await startSandbox({
    dir,
    port: 0,
    smtpPort: 0,
    secret: SECRET,
    callbackUrl: 'http://127.0.0.1:9/in',
  });
  closers.push(sandbox.close);
  const mailbox = async (name: string): Promise<Record<string, string | undefined>> => {
    const response = await fetch(`http://127.0.0.1:${sandbox.port}/control/mailboxes/${name}@ejemplo.invalid`);
    const { messages } = (await response.json()) as { messages: Record<string, string>[] };
    return messages[0] ?? {};
  };
  return { sandbox, connection: connectTo(sandbox.smtpPort), mailbox };
}

/** A relay that follows the protocol until `misbehave` does something on a line. */
async function relayThat(misbehave: (socket: Socket, line: string) => void) {
  let texts = 0;
  const server = createServer((socket) => {
    let inText = false;
    socket.on('error', () => undefined);
    socket.write('220 relay\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n')) {
        if (line === '.') texts++;
        misbehave(socket, line);
        if (socket.destroyed) return;
        if (line === 'DATA') inText = true;
        if (line.startsWith('EHLO')) socket.write('250-relay\r\n250 AUTH PLAIN\r\n');
        else if (line.startsWith('AUTH')) socket.write('235 ok\r\n');
        else if (line === 'DATA') socket.write('354 go on\r\n');
        else if (line === '.' || (!inText && line !== '')) socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => server.close());
  return { port: (server.address() as AddressInfo).port, texts: () => texts };
}
