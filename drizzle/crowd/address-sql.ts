/**
 * Where a channel finds its recipient, as SQL over `c` (the citizen), `r` (their representative) and `k` (their carer).
 * Null when it cannot: no address, the channel blocked, a minor or represented citizen without representative. No
 * protected person is ever called by voice (no voicemail), and nobody else is written to on their behalf.
 */
export function addressSql(channel: string, to: 'citizen' | 'carer'): string {
  const voice = channel === 'voice' ? ' or c.protected' : '';
  if (to === 'carer')
    return `case when c.protected or c.deceased or ${deaf(channel, 'k')} then null else ${columnOf(channel, 'k')} end`;
  const own = `case when '${known(channel)}' = any(c.blocked) then null else ${columnOf(channel, 'c')} end`;
  const theirs = `case when c.protected or ${deaf(channel, 'r')} then null else ${columnOf(channel, 'r')} end`;
  return `case when c.deceased${voice} then null when c.minor or c.represented then ${theirs} else ${own} end`;
}

/** Whether somebody else cannot be spoken to on this channel. */
const deaf = (channel: string, alias: string) =>
  `${alias}.deceased or '${known(channel)}' = any(${alias}.blocked)${channel === 'voice' ? ` or ${alias}.protected` : ''}`;

/** Joins that bring `r` and `k`; only where somebody else may be spoken to, so that crowds of adults pay nothing. */
export const recipientJoins = `
  left join citizen r on (c.minor or c.represented) and r.id = c.representative_id
  left join citizen k on k.id = c.carer_id`;

function known(channel: string): string {
  if (!(channel in columns)) throw new Error(`Unknown channel ${channel}`);
  return channel;
}

function columnOf(channel: string, alias: string): string {
  return columns[channel as keyof typeof columns]
    .map((column) => `${alias}.${column}`)
    .join(', ')
    .replace(/^(.*,.*)$/, 'coalesce($1)');
}

const columns = {
  sms: ['mobile'],
  voice: ['landline', 'mobile'],
  email: ['email'],
  push: ['push_token'],
  letter: ['postal_address'],
} as const;
