import { type ParsedMail, simpleParser } from 'mailparser';
import type { Account, Callback, CallbackReading, Receipt } from '../channel.ts';
import { readEvents } from '../http-batch/read-callback.ts';
import { signed } from '../signature.ts';
import { keyOfMessageId } from './compose-mail.ts';

/**
 * Reads what a relay or the mailbox of the sender passes on, signed as in http-batch.md: JSON receipts, or a raw mail:
 * a delivery report (RFC 3464) becomes receipts, an answer becomes a reply, an automatic answer nothing.
 */
export async function readCallback(callback: Callback, account: Account, now: number): Promise<CallbackReading> {
  const proof = signed(callback.headers, callback.body, account.secret, now);
  if (!proof.ok) return { ok: false, status: 401, problem: proof.problem };
  if (callback.headers['content-type']?.startsWith('application/json')) return readEvents(callback.body);
  const mail = await parse(callback.body);
  if (!mail) return { ok: false, status: 400, problem: 'mail-unreadable' };
  const report = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (report)
    return { ok: true, receipts: receiptsOf(report.content.toString(), mail, callback.body, now), replies: [] };
  return { ok: true, receipts: [], replies: repliesOf(mail, now) };
}

async function parse(raw: string): Promise<ParsedMail | undefined> {
  try {
    const mail = await simpleParser(raw, { keepDeliveryStatus: true, skipTextToHtml: true, skipImageLinks: true });
    return mail.headers.size > 0 ? mail : undefined;
  } catch {
    return undefined;
  }
}

function receiptsOf(report: string, mail: ParsedMail, raw: string, now: number): Receipt[] {
  const [general = '', ...recipients] = report.replace(/\r\n/g, '\n').split(/\n\n+/);
  const key = field(general, 'Original-Envelope-Id') ?? quotedKey(mail, raw);
  if (key === undefined) return [];
  const at = mail.date?.getTime() ?? now;
  return recipients.flatMap((recipient): Receipt[] => {
    const action = field(recipient, 'Action')?.toLowerCase();
    if (action === 'failed') return [{ key, status: 'failed', code: field(recipient, 'Status') ?? '5.0.0', at }];
    // "relayed" means that no more will be heard: not the same as delivered.
    return action === 'delivered' ? [{ key, status: 'delivered', at }] : [];
  });
}

// Servers that do not keep our envelope id return the head of the message, at the end of the report.
function quotedKey(mail: ParsedMail, raw: string): string | undefined {
  const own = mail.messageId;
  const ids = [...raw.matchAll(/^message-id:\s*(<[^>\s]+>)/gim)].map((match) => match[1] as string);
  const quoted = ids.findLast((id) => id !== own);
  return quoted === undefined ? undefined : keyOfMessageId(quoted);
}

function repliesOf(mail: ParsedMail, now: number) {
  const automatic = String(mail.headers.get('auto-submitted') ?? 'no').toLowerCase() !== 'no';
  const from = mail.from?.value[0]?.address;
  const to = [mail.to ?? []].flat()[0]?.value[0]?.address;
  const id = mail.messageId;
  if (automatic || mail.headers.has('list-id') || !from || !id) return [];
  const reference = keyOfMessageId(mail.inReplyTo ?? [mail.references ?? []].flat().at(-1) ?? '');
  const reply = { id, from, to: to ?? '', text: ownWords(mail.text || ''), at: mail.date?.getTime() ?? now };
  return [reference === undefined ? reply : { ...reply, reference }];
}

/** What the citizen wrote, without the message quoted below it. */
function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const quote = lines.findIndex((line) =>
    /^>|^-{2,}\s*\S.*-{2,}$|(escribió|va escriure|escribiu|wrote|idatzi du):$/i.test(line.trim()),
  );
  return (quote < 0 ? lines : lines.slice(0, quote)).join('\n').trim().slice(0, 10_000);
}

function field(block: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(?:rfc822;)?\\s*(.+)$`, 'im').exec(block)?.[1]?.trim();
}
