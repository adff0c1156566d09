import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';
import { same } from '../signature.ts';
import { type Arriving, accountOf, type Gateway, take } from './gateway.ts';
import { readHead } from './mail-head.ts';
import type { Code } from './tally.ts';

export type MailServer = { port: number; close(): Promise<void> };

type Waiting = { account: string; mail: Arriving; answer: (code: Code) => void };

/** Starts a real SMTP server; the login's name is the account, its password the gateway's secret. Mail is answered once it is in the ledger. */
export async function startMailServer(
  gateway: Gateway,
  secret: string,
  port: number,
  host: string,
): Promise<MailServer> {
  let waiting: Waiting[] = [];

  // Mail that arrives in one turn of the event loop shares one line of the ledger.
  async function settle(): Promise<void> {
    const now = Date.now();
    const byAccount = groupByAccount(waiting);
    waiting = [];
    const answers: (() => void)[] = [];
    for (const [account, mails] of byAccount) {
      const settings = accountOf(gateway, account, 'smtp');
      const codes = mails.map(({ mail }) => take(gateway, account, settings, mail, now));
      const messages = mails.map(({ mail }) => mail);
      gateway.ledger.append(
        JSON.stringify({ at: now, account, via: 'smtp', codes: codes.join(''), batch: { messages } }),
      );
      mails.forEach(({ answer }, i) => answers.push(() => answer(codes[i] as Code)));
    }
    await gateway.ledger.written();
    for (const answer of answers) answer();
  }

  const server = new SMTPServer({
    banner: 'Cauce sandbox',
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    logger: false,
    size: 10 << 20,
    maxClients: 500,
    onAuth(auth: SMTPServerAuthentication, _session, done) {
      const right = auth.username && auth.password !== undefined && same(auth.password ?? '', secret);
      if (right) done(null, { user: auth.username });
      else done(new Error('wrong account or secret'));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('latin1');
        const account = String(session.user);
        const mail = { ...readHead(raw), to: session.envelope.rcptTo[0]?.address ?? '', channel: 'email', raw };
        const answer = (code: Code): void => {
          const refusal = REFUSALS[code];
          if (refusal) done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
          else done(null, `2.0.0 queued as ${mail.key}`);
        };
        if (waiting.push({ account, mail, answer }) === 1) setImmediate(() => void settle());
      });
    },
  });
  server.on('error', () => undefined);

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const REFUSALS: Partial<Record<Code, { code: number; text: string }>> = {
  p: { code: 550, text: '5.1.1 mailbox unknown' },
  x: { code: 550, text: '5.1.1 mailbox unknown' },
  m: { code: 554, text: '5.6.0 a Message-ID is needed' },
  t: { code: 451, text: '4.3.0 try again later' },
  q: { code: 450, text: '4.7.1 too many messages, slow down' },
};

function groupByAccount(all: Waiting[]): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const one of all) {
    const group = groups.get(one.account);
    if (group) group.push(one);
    else groups.set(one.account, [one]);
  }
  return groups;
}
