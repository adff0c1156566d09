/** What is said of a search by how it stands, where nothing can be shown; of one that found nothing its page has its own words. */
export const seeking = { asking: 'seeking.asking', failed: 'seeking.failed', answered: undefined } as const;
