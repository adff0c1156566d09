type Words = { (key: string, values?: Record<string, string>): string; has: (key: string) => boolean };

/** Why a message was held or failed, or why a person waits. Codes of mail servers and of Postgres are quoted. */
export function sayReason(say: Words, reason: string): string {
  const key = `reason.${reason}`;
  if (say.has(key)) return say(key);
  const [, family, code] = /^(smtp|sql|http)-(.+)$/.exec(reason) ?? [];
  return family && code ? say(`reason.${family}`, { code }) : reason.replaceAll('-', ' ');
}
