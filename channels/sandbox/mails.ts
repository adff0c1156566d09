import type { Detail } from './schedule.ts';

/** A bounce as a mail server writes it (RFC 3464), saying that this message reached nobody. */
export function bounceMail(key: string, { from, to }: Detail, at: number): string {
  const boundary = `bounce-${key}`;
  return lines(
    `From: Mail Delivery Subsystem <mailer-daemon@${domainOf(from)}>`,
    `To: ${to}`,
    'Subject: Delivery Status Notification (Failure)',
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: <bounce-${key}@${domainOf(from)}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `The address ${from} was not found.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${domainOf(from)}`,
    `Original-Envelope-Id: ${key}`,
    '',
    `Final-Recipient: rfc822; ${from}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 mailbox unknown',
    '',
    `--${boundary}--`,
    '',
  );
}

/** What a citizen answers by mail; `mark` makes its Message-ID its own. */
export function replyMail(key: string, mark: number, { from, to, text, subject }: Detail, at: number): string {
  return lines(
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(`Re: ${subject ?? ''}`).toString('base64')}?=`,
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: <reply-${key}-${mark}@${domainOf(from)}>`,
    `In-Reply-To: <${key}@${domainOf(to)}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '',
  );
}

const lines = (...all: string[]): string => all.join('\r\n');
const domainOf = (address: string): string => /@([^@>\s]+)>?\s*$/.exec(address)?.[1] ?? 'ejemplo.invalid';
