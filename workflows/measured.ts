import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { metrics } from './metrics.ts';

/** Measures each activity by its type: how long it took, how it ended, how many run. */
export const measured: ActivityInterceptorsFactory = ({ info: { activityType: type } }) => ({
  inbound: {
    async execute(input, next) {
      const done = metrics.activity.startTimer({ type });
      metrics.running.inc({ type });
      try {
        const result = await next(input);
        done({ result: 'done' });
        return result;
      } catch (error) {
        done({ result: 'failed' });
        throw error;
      } finally {
        metrics.running.dec({ type });
      }
    },
  },
});
