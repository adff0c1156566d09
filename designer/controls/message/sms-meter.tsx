import { smsParts } from '#engine/text/sms-parts.ts';
import { withoutCulprits } from '#engine/text/without-culprits.ts';
import type { HouseAccount } from '../../inspector/context.ts';
import type { Say } from '../../say.ts';
import styles from './message.module.css';

/** How an SMS would travel for one person: characters, parts, alphabet and cost, and the letter that makes it dear. */
export function SmsMeter({ text, accounts, say }: { text: string; accounts: readonly HouseAccount[]; say: Say }) {
  const { characters, units, parts, alphabet, culprits } = smsParts(text);
  const cents = accounts.filter(({ channel }) => channel === 'sms').map(({ centsPerPart }) => centsPerPart);
  const [culprit] = culprits;
  const cheaper = culprit === undefined ? parts : smsParts(withoutCulprits(text)).parts;
  const room = alphabet === 'gsm-7' ? (parts <= 1 ? 160 : 153) : parts <= 1 ? 70 : 67;
  return (
    <div className={styles['meter']} role="status">
      <span className={styles['cells']} aria-hidden>
        {Array.from({ length: Math.min(6, Math.max(1, parts)) }, (_, i) => (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={i}>
            <span style={{ width: `${Math.min(100, Math.max(0, ((units - i * room) / room) * 100))}%` }} />
          </span>
        ))}
      </span>
      <p>
        {culprit === undefined
          ? say('message.parts', { n: characters, parts })
          : say('message.parts-culprit', { n: characters, parts, letter: culprit, word: wordWith(text, culprit) })}
        {culprits.length > 1 && ` ${say('message.more-culprits', { letters: culprits.slice(1, 9).join(' ') })}`}
      </p>
      {cheaper < parts && <p>{say('message.cheaper', { parts: cheaper })}</p>}
      {cents.length > 0 && (
        <p className={styles['cost']}>
          {say('message.cost', {
            each: Math.max(...cents) * parts,
            thousand: (Math.max(...cents) * parts * 1_000) / 100,
          })}
        </p>
      )}
    </div>
  );
}

function wordWith(text: string, letter: string): string {
  return text.split(/[\s,.;:!?¡¿()]+/).find((word) => word.includes(letter)) ?? letter;
}
