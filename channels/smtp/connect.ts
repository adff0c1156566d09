import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Account, Connection, Outcome, Outgoing } from '../channel.ts';
import { secretsOf } from '../signature.ts';
import { classify } from './classify.ts';
import { composeMail } from './compose-mail.ts';
import type { Settings } from './smtp.ts';

/** Opens a pool of SMTP connections; each message of a batch is answered on its own. */
export function connect(account: Account<Settings>): Connection {
  const { host, port, security, user, connections, messagesPerConnection, timeoutMs } = account.settings;
  const pool = createTransport({
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
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bodies = new Map<string, Readable>();

  pool.use('stream', (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      bodies.set(message.messageId(), stream);
      return stream;
    };
    done();
  });

  function send(outgoing: Outgoing): Promise<Outcome> {
    const mail = composeMail(outgoing, account);
    return new Promise((resolve) => {
      pool.sendMail(mail, (error, info) => {
        const { key } = outgoing;
        const begun = bodies.get(mail.messageId)?.readableDidRead ?? false;
        bodies.delete(mail.messageId);
        if (error) resolve({ key, status: 'failed', ...classify(error, begun) });
        else resolve(accepted(key, info.response));
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
