import type { Errand } from '../carry-out.ts';
import { aftermath, aftermathGoals } from './aftermath.ts';
import { crowdOf, launchForAll } from './crowd.ts';
import { type SignalEater, startSignalEater } from './signal-eater.ts';

let eater: SignalEater | undefined;

/**
 * Every signal is dropped: whatever is said to Temporal is answered with "done" and thrown away the first time, and for
 * the same workflow again every other time, launches included. Only the relay's repeating gets anything through.
 */
export const signals: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 15,
  between: async (address) => {
    eater = await startSignalEater(address);
    return eater.address;
  },
  work: async (world, wish) => {
    const crowd = await crowdOf(world, wish.number('citizens', 20_000));
    const runId = await launchForAll(world, crowd);
    const after = await aftermath(world, runId, crowd.citizens, 300_000);
    const { dropped, passed } = eater?.counted() ?? { dropped: 0, passed: 0 };
    await eater?.close();
    return {
      runs: [{ citizens: crowd.citizens, dropped, passed }],
      goals: [...aftermathGoals([after]), { name: 'signals dropped', value: dropped, at: 'least', bound: 4 }],
    };
  },
};
