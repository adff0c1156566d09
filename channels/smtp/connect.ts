import { Readable } from 'node:stream';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { Account, Connection, Outcome, Outgoing } from '../channel.ts';
import { secretsOf } from '../signature.ts';
import { classify } from './classify.ts';
import { composeMail } from './compose-mail.ts';
import type { Settings } from './smtp.ts';

/** Opens a pool of SMTP connections; each message of a batch is answered on its own. */
export function connect(account: Account<Settings>): Connection {
  const { host, port, security, user, connections, messagesPerConnection, timeoutMs } = account.settings;
  const pool = new SMTPPool({
    pool: true,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: { user: user ?? account.id, pass: secretsOf(account.secret)[0] ?? '' },
    maxConnections: connections,
    maxMessages: messagesPerConnection,
    // A message whose connection broke must come back to us: the pool cannot know whether it left.
    maxRequeues: 0,
    connectionTimeout: Math.min(timeoutMs, 10_000),
    greetingTimeout: Math.min(timeoutMs, 10_000),
    socketTimeout: timeoutMs,
  });

  function send(outgoing: Outgoing): Promise<Outcome> {
    const { key } = outgoing;
    const mail = composeMail(outgoing, account, Date.now());
    if (!mail) return Promise.resolve({ key, status: 'failed', kind: 'permanent', code: 'address-malformed' });
    let begun = false;
    const message = {
      getEnvelope: () => ({ from: mail.from, to: [mail.to] }),
      messageId: () => mail.messageId,
      getHeader: () => mail.messageId,
      createReadStream: () =>
        new Readable({
          read() {
            begun = true;
            this.push(mail.raw);
            this.push(null);
          },
        }),
    };
    // The bounce then names our key, whatever it quotes of the message.
    const data = { dsn: { id: key, return: 'headers', notify: ['failure', 'delay'], recipient: mail.to } };
    return new Promise((resolve) => {
      // The pool asks these four things of a message and no others; its type asks for a whole composer.
      pool.send({ data, message } as unknown as Parameters<typeof pool.send>[0], (error, info) => {
        if (error) resolve({ key, status: 'failed', ...classify(error, begun) });
        else resolve(accepted(key, info?.response ?? ''));
      });
    });
  }

  return {
    hand: (batch) => Promise.all(batch.map(send)),
    async close() {
      pool.close();
    },
  };
}

// Relays name the queue id in their answer: "250 2.0.0 Ok: queued as 4Fg7…".
function accepted(key: string, response: string): Outcome {
  const reference = /queued as <?([^\s>]+)/i.exec(response)?.[1];
  return reference === undefined ? { key, status: 'accepted' } : { key, status: 'accepted', reference };
}
