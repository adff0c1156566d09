import type { RunProgress } from '#drizzle/queries/run-progress.ts';

/** Honest counts of one channel: handed over is not confirmed, and what is not confirmed is said. */
export type Delivery = {
  channel: string;
  waiting: number;
  handed: number;
  confirmed: number;
  unconfirmed: number;
  uncertain: number;
  failed: number;
  withdrawn: number;
};

/** Adds messages up by channel, in the order channels first appear. */
export function deliveries(messages: RunProgress['messages']): Delivery[] {
  const byChannel = new Map<string, Delivery>();
  for (const { channel, status, n } of messages) {
    const line = byChannel.get(channel) ?? { channel, ...nothing };
    for (const column of columnsOf[status] ?? []) line[column] += n;
    byChannel.set(channel, line);
  }
  return [...byChannel.values()];
}

/** The sum over all channels. */
export function allDeliveries(lines: Delivery[]): Delivery {
  const sum: Delivery = { channel: '', ...nothing };
  for (const line of lines) for (const column of columns) sum[column] += line[column];
  return sum;
}

const nothing = { waiting: 0, handed: 0, confirmed: 0, unconfirmed: 0, uncertain: 0, failed: 0, withdrawn: 0 };
const columns = Object.keys(nothing) as Exclude<keyof Delivery, 'channel'>[];

const columnsOf: Record<string, (typeof columns)[number][]> = {
  queued: ['waiting'],
  claimed: ['waiting'],
  uncertain: ['uncertain'],
  accepted: ['handed', 'unconfirmed'],
  delivered: ['handed', 'confirmed'],
  read: ['handed', 'confirmed'],
  replied: ['handed', 'confirmed'],
  failed: ['failed'],
  expired: ['failed'],
  withdrawn: ['withdrawn'],
};
