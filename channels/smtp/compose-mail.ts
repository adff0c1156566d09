import type { SendMailOptions } from 'nodemailer';
import type { Account, Outgoing } from '../channel.ts';
import type { Settings } from './smtp.ts';

export type Mail = SendMailOptions & { messageId: string };

/** The mail of a message: text and HTML, a Message-ID made of its key, and the way out (RFC 2369, RFC 8058) where its class asks for one. */
export function composeMail(outgoing: Outgoing, { mode, settings }: Account<Settings>): Mail {
  const { key, to, replyTo, subject, text, html, language } = outgoing;
  const from = outgoing.from ?? settings.from;
  return {
    messageId: messageIdOf(key, from),
    from,
    to: { name: '', address: to },
    replyTo,
    subject: subject ?? '',
    text,
    html,
    headers: {
      'Content-Language': language,
      'Auto-Submitted': 'auto-generated',
      ...wayOut(outgoing),
      ...(mode === 'sandbox' ? { 'X-Cauce-About': outgoing.about } : {}),
    },
    // The bounce then names our key, whatever it quotes of the message.
    dsn: { id: key, return: 'headers', notify: ['failure', 'delay'], recipient: to },
  };
}

/** The Message-ID of a key: `<key@domain of the sender>`; the same key always has the same. */
export function messageIdOf(key: string, from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
  return `<${key}@${domain}>`;
}

/** The key in a Message-ID of ours, or undefined. */
export function keyOfMessageId(messageId: string): string | undefined {
  return /<?([0-9a-z-]{8,200})@/i.exec(messageId)?.[1];
}

function wayOut(outgoing: Outgoing): Record<string, string> {
  const { unsubscribe } = outgoing;
  if (outgoing.class !== 'service' && outgoing.class !== 'informative') return {};
  if (unsubscribe === undefined || !/^(https:|mailto:)[^\s<>]+$/.test(unsubscribe)) return {};
  const header = { 'List-Unsubscribe': `<${unsubscribe}>` };
  return unsubscribe.startsWith('https:')
    ? { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : header;
}
