import type { Channel } from '#engine/journey.ts';
import { ladderTime } from '#engine/ladder-time.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Counted } from '../../inspector/asks.ts';
import type { HouseAccount } from '../../inspector/context.ts';
import { insideSentence, type Say, sayDuration, sayName } from '../../say.ts';
import styles from './ladder.module.css';
import type { DraftRung } from './rungs.ts';

/** Whom no attempt reaches, with what would; and how long it takes to reach everybody at the pace of the contracts. */
export function LadderReach({
  counted,
  rungs,
  order,
  everybody,
  accounts,
  onAdd,
  say,
}: {
  counted: Counted | null;
  rungs: readonly DraftRung[];
  order: 'sequential' | 'parallel';
  everybody: boolean;
  accounts: readonly HouseAccount[];
  onAdd: (channel: Channel) => void;
  say: Say;
}) {
  if (!counted || rungs.length === 0) return null;
  const { total, counts, exact } = counted;
  const nobody = counts['nobody']?.n ?? 0;
  const tried = rungs.map(({ channel }) => channel);
  const missing = (['voice', 'letter'] as const).filter((channel) => !tried.includes(channel));
  const time = ladderTime(
    { rungs: rungs.map(({ id, channel, ...rung }) => ({ id, channel, ...limitOf(rung) })), order },
    Object.fromEntries(
      rungs.map(({ id }) => [id, { first: counts[`first:${id}`]?.n ?? 0, reach: counts[id]?.n ?? 0 }]),
    ),
    accounts,
  );
  return (
    <div className={styles['whole']}>
      {nobody > 0 && (
        <Notice look="ochre" live>
          <p>
            {say(exact ? 'ladder.nobody' : 'ladder.nobody-about', {
              n: nobody,
              channels: [...new Set(tried)]
                .map((channel) => say(`ladder.has-${channel}`))
                .join(` ${say('ladder.nor')} `),
            })}{' '}
            {missing.length > 0 &&
              say('ladder.without', {
                channels: missing
                  .map((channel) => insideSentence(sayName(say, 'channel', channel)))
                  .join(` ${say('ladder.nor')} `),
              })}
          </p>
          {missing.length > 0 && (
            <p className={styles['acts']}>
              {missing.map((channel) => (
                <Button key={channel} look="plain" icon="plus" onClick={() => onAdd(channel)}>
                  {say('ladder.add-channel', { channel: insideSentence(sayName(say, 'channel', channel)) })}
                </Button>
              ))}
            </p>
          )}
        </Notice>
      )}
      <p className={styles['time']} role="status">
        {say(everybody ? 'ladder.of-everybody' : 'ladder.of-audience', { n: total.n })}{' '}
        {total.n > 0 && sayTime(time, say)}
      </p>
    </div>
  );
}

function limitOf(rung: Record<string, unknown>) {
  const { answer } = rung as { answer?: { hours: number } };
  return answer === undefined ||
    typeof answer === 'string' ||
    Object.values(answer).every((part) => typeof part === 'number')
    ? { answer }
    : {};
}

function sayTime({ toAll, toLast }: { toAll: number | null; toLast: number | null }, say: Say): string {
  if (toAll === null) return say('ladder.no-account');
  const first = say('ladder.to-all', { duration: sayRoughly(say, toAll) });
  if (toLast === null || toLast === toAll) return first;
  return `${first} ${say('ladder.to-last', { duration: sayRoughly(say, toLast) })}`;
}

/** A plan needs no seconds: two minutes, three hours, four days. */
function sayRoughly(say: Say, seconds: number): string {
  const unit = seconds < 90 ? 1 : seconds < 5_400 ? 60 : seconds < 172_800 ? 3_600 : 86_400;
  return sayDuration(say, Math.max(1, Math.ceil(seconds / unit)) * unit * 1_000);
}
