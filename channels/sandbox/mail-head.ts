/** What the gateway needs of a mail's head: its Message-ID (without domain) as key, and what the ledger and the mailbox show. */
export type MailHead = { key: string; about: string; from: string; subject: string };

/** Reads the head of a raw mail (one character per byte); a mail without Message-ID has an empty key. */
export function readHead(raw: string): MailHead {
  const end = raw.indexOf('\r\n\r\n');
  const head = (end < 0 ? raw : raw.slice(0, end)).replace(/\r\n[ \t]+/g, ' ');
  return {
    key: /^message-id:\s*<?([^@>\s]+)/im.exec(head)?.[1] ?? '',
    about: /^x-cauce-about:\s*(\S+)/im.exec(head)?.[1] ?? '',
    from: /^from:[^\r\n]*?([^\s<>"@]+@[^\s<>"]+)/im.exec(head)?.[1] ?? '',
    subject: plainWords(/^subject:\s*([^\r\n]*)/im.exec(head)?.[1] ?? ''),
  };
}

/** A header's text as it is read: encoded words of UTF-8 in base64 (RFC 2047), as our composer writes them, put back together. */
function plainWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString());
}
