/** Nine o'clock of today, in epoch ms: trying begins in office hours, so that nothing waits for the night to pass. */
export const thisMorning = (): number => new Date().setHours(9, 0, 0, 0);
