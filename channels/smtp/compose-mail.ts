import { domainToASCII } from 'node:url';
import type { Account, Outgoing } from '../channel.ts';
import { encodedWords, quotedPrintable } from './mime.ts';
import type { Settings } from './smtp.ts';

/** A mail as it goes over the wire. */
export type Mail = { from: string; to: string; messageId: string; raw: Buffer };

/**
 * Writes the mail of a message: text and HTML, a Message-ID made of its key, and the way out (RFC 2369, RFC 8058) where
 * its class asks for one; undefined when an address cannot be written to. `now` in epoch ms. Written here because
 * composing by library costs three times the sending.
 */
export function composeMail(outgoing: Outgoing, account: Account<Settings>, now: number): Mail | undefined {
  const sender = mailboxOf(outgoing.from ?? account.settings.from);
  const to = addressOf(outgoing.to);
  if (!sender || to === undefined) return undefined;
  const answers = outgoing.replyTo === undefined ? undefined : mailboxOf(outgoing.replyTo);
  const messageId = `<${outgoing.key}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`;
  const head = [
    `From: ${written(sender)}`,
    `To: ${to}`,
    ...(answers ? [`Reply-To: ${written(answers)}`] : []),
    `Subject: ${encodedWords(outgoing.subject ?? '')}`,
    `Message-ID: ${messageId}`,
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Language: ${encodedWords(outgoing.language)}`,
    'Auto-Submitted: auto-generated',
    ...wayOut(outgoing),
    ...(account.mode === 'sandbox' ? [`X-Cauce-About: ${outgoing.about}`] : []),
  ];
  const raw = Buffer.from(`${head.join('\r\n')}\r\n${body(outgoing)}`);
  return { from: sender.address, to, messageId, raw };
}

/** The key in a Message-ID of ours, or undefined. */
export function keyOfMessageId(messageId: string): string | undefined {
  return /<?([0-9a-z-]{8,200})@/i.exec(messageId)?.[1];
}

function body({ key, text, html }: Outgoing): string {
  const plain = part('text/plain', text);
  if (html === undefined) return plain;
  const boundary = `=_${key}`;
  const parts = [plain, part('text/html', html)].map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${parts}--${boundary}--\r\n`;
}

const part = (type: string, content: string): string =>
  `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(content)}`;

function wayOut(outgoing: Outgoing): string[] {
  const { unsubscribe } = outgoing;
  if (outgoing.class !== 'service' && outgoing.class !== 'informative') return [];
  if (unsubscribe === undefined || !/^(https:|mailto:)[\x21-\x3b\x3d\x3f-\x7e]+$/.test(unsubscribe)) return [];
  const header = `List-Unsubscribe: <${unsubscribe}>`;
  return unsubscribe.startsWith('https:') ? [header, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'] : [header];
}

type Mailbox = { name: string; address: string };

function mailboxOf(text: string): Mailbox | undefined {
  const [, name = '', inner] = /^\s*"?([^"<]*?)"?\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = addressOf(inner ?? text.trim());
  return address === undefined ? undefined : { name, address };
}

const written = ({ name, address }: Mailbox): string =>
  name === '' ? address : `${/^[\w .-]+$/.test(name) ? `"${name}"` : encodedWords(name, true)} <${address}>`;

/** An address with its domain in ASCII, or undefined: a broken one must never reach a command or a header. */
function addressOf(text: string): string | undefined {
  const [, local, domain] = /^([^\s<>"(),:;@[\\\]\p{Cc}]+)@([^\s<>"(),:;@[\\\]\p{Cc}]+)$/u.exec(text) ?? [];
  if (local === undefined || domain === undefined || text.length > 320) return undefined;
  // oxlint-disable-next-line no-control-regex
  const ascii = /^[\x21-\x7e]+$/.test(domain) ? domain : domainToASCII(domain);
  return ascii === '' ? undefined : `${local}@${ascii}`;
}
