import type { MessageClass } from '#engine/journey.ts';

export const begins = ['launch', 'event', 'schedule', 'cap-warning'] as const;
export const does = ['know', 'answer', 'act'] as const;
export const otherwise = ['remind', 'task', 'nothing'] as const;
export const bases = ['public-task', 'legal-obligation', 'vital-interest', 'consent'] as const;
/** Channels offered at the beginning, in the order in which they are tried. */
export const tried = ['sms', 'email', 'push', 'voice', 'letter'] as const;
/** Languages offered at the beginning; any other can be added in the journey's card. */
export const spoken = ['es', 'ca', 'gl', 'eu', 'en', 'es-x-easy'] as const;
export const classes = ['emergency', 'statutory', 'service', 'informative'] as const satisfies readonly MessageClass[];
