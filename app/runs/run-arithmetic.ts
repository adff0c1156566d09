import type { RunProgress } from '#drizzle/queries/run-progress.ts';

/** How many people have reached an outcome. */
export const ended = ({ outcomes }: Pick<RunProgress, 'outcomes'>): number =>
  Object.values(outcomes).reduce((sum, n) => sum + n, 0);

/** Whether something can still happen in it. */
export const isRunning = ({ status }: Pick<RunProgress, 'status'>): boolean =>
  ['approved', 'enrolling', 'open', 'stopping'].includes(status);

/** How many wait for somebody to look at them. */
export const waitingForAttention = ({ attention }: Pick<RunProgress, 'attention'>): number =>
  attention.reduce((sum, { n }) => sum + n, 0);
