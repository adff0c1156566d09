import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import { createMachine, initialTransition, transition } from 'xstate';
import type { LifeActivities, Person } from './baseline.ts';

const machine = createMachine({
  id: 'alert',
  initial: 'sms',
  states: {
    sms: {
      entry: { type: 'send', params: { rung: 'sms' } },
      on: { delivered: 'reached', failed: 'email' },
      after: { limit: 'email' },
    },
    email: {
      entry: { type: 'send', params: { rung: 'email' } },
      on: { delivered: 'reached', failed: 'nobody' },
      after: { limit: 'nobody' },
    },
    reached: { type: 'final' },
    nobody: { type: 'final' },
  },
});

type Action = { type: string; params: { rung: string } };
const receipt = defineSignal<[string]>('receipt');

/** The same alert as one workflow per citizen: XState decides inside, an activity sends, a signal brings each receipt. */
export async function life(person: Person): Promise<string> {
  const { send } = proxyActivities<LifeActivities>({ startToCloseTimeout: '1 minute' });
  const heard: string[] = [];
  setHandler(receipt, (status) => void heard.push(status));
  let [state, actions] = initialTransition(machine);
  for (;;) {
    for (const { type, params } of actions as unknown as Action[]) if (type === 'send') await send(person, params.rung);
    if (state.status === 'done') return String(state.value);
    const arrived = await condition(() => heard.length > 0, '48 hours');
    const type = arrived ? (heard.shift() ?? 'failed') : 'failed';
    [state, actions] = transition(machine, state, { type });
  }
}
