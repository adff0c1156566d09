import { z } from 'zod';

/** A CloudEvent type as journeys may name it; never a wildcard, which XState would read as one. */
export const eventTypeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}$/, { message: 'event-type' });
