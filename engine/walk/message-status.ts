/** Statuses of a message, lowest first: a status only rises. */
export const messageStatuses = [
  'queued',
  'claimed',
  'uncertain',
  'accepted',
  'withdrawn',
  'expired',
  'failed',
  'delivered',
  'read',
  'replied',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];
