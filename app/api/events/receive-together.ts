import { type EventsReceived, type Hearing, type ReceivedEvent, receiveLists } from '#drizzle/crowd/receive-events.ts';
import { keepingTogether } from '../together.ts';

/** Receives events for one unit and mode, together with those of other requests that wait at the same moment. */
export const receiveTogether = keepingTogether<Hearing, ReceivedEvent, EventsReceived>({
  nameOf: ({ unitId, mode }) => `${unitId} ${mode}`,
  mostAtOnce: 2_000,
  keep: receiveLists,
});
