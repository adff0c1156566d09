import type { Problem } from '../problem.ts';
import { lintSender } from '../text/lint/sender.ts';
import type { Subject } from './subject.ts';

/**
 * Where the contracts are known: channels without one, SMS senders that are nobody's name, and questions asked where no
 * answer can come back (a name shown as sender cannot be answered; a number of the contract can). In the sandbox every phone
 * answers: there it is something to know before it is real.
 */
export function checkAccounts({ compiled, context }: Subject): Problem[] {
  const { accounts } = context;
  if (!accounts) return [];
  const sends = Object.entries(compiled.sends).map(([key, { channel }]) => {
    const dot = key.lastIndexOf('.');
    return { node: key.slice(0, dot), rung: key.slice(dot + 1), channel };
  });
  const spoken = new Set(sends.map(({ channel }) => channel));
  const without = [...spoken].filter((channel) => !accounts.some((account) => account.channel === channel));
  // What nobody outside can see may be called as one likes.
  const senders = accounts.flatMap(({ channel, sender, live }) =>
    live && channel === 'sms' && spoken.has('sms') && sender !== null ? lintSender(sender) : [],
  );
  const unheard = sends.filter(
    ({ node, channel }) =>
      channel === 'sms' &&
      compiled.questions[node] !== undefined &&
      !without.includes('sms') &&
      !accounts.some((account) => account.channel === 'sms' && account.replyTo !== null),
  );
  const real = accounts.some(({ channel, live }) => channel === 'sms' && live);
  return [
    ...without.map((channel) => ({
      code: 'channel-without-account',
      severity: 'warning' as const,
      params: { channel },
    })),
    ...senders,
    ...unheard.map(({ node, rung }) => ({
      code: 'answers-unheard',
      severity: real ? ('error' as const) : ('warning' as const),
      node,
      path: ['rungs'],
      params: { rung },
    })),
  ];
}
