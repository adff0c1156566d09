import type { ReactNode } from 'react';
import type { AccountContract } from '#drizzle/queries/account-contracts.ts';
import { Chip, type ChipLook } from '#ui/chip.tsx';
import type { IconName } from '#ui/icon.tsx';
import { TitleBlock } from '#ui/panel.tsx';
import { words } from '../../words.ts';
import styles from './accounts.module.css';
import { WeightLine } from './weight-line.tsx';

/** One contract as a title block: with whom, who signs, how fast, how long, at what price; and its share of the traffic. `children`: what can be done about it. */
export async function Contract({ contract, children }: { contract: AccountContract; children?: ReactNode }) {
  const { t, locale, number } = await words();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const said = (date: string | null) => (date === null ? null : day.format(new Date(date)));
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 4 });
  const { handed, delivered, failed } = contract.lately;
  const [from, to] = [said(contract.validFrom), said(contract.validTo)];
  return (
    <li className={styles['contract']}>
      <h3>
        {contract.name} <StateOf contract={contract} />{' '}
        <Chip look={contract.mode === 'sandbox' ? 'drill' : 'outline'}>
          {t(contract.mode === 'sandbox' ? 'accounts.sandbox' : 'accounts.real')}
        </Chip>
      </h3>
      <TitleBlock
        cells={[
          { label: t('contracts.unit'), value: contract.unit },
          { label: t('contracts.sender'), value: contract.sender ?? '–' },
          {
            label: t('contracts.rate'),
            value: contract.rate === null ? t('accounts.unmetered') : t('accounts.rate', { n: contract.rate }),
          },
          {
            label: t('contracts.term'),
            value: to === null ? t('contracts.noEnd') : t('contracts.between', { from: from ?? '…', to }),
          },
          { label: t('contracts.price'), value: euros.format(contract.euroPerPart) },
          { label: t('contracts.adapter'), value: <code>{contract.adapter}</code> },
        ]}
      />
      <p className={styles['lately']}>
        {handed === 0
          ? t('contracts.quiet')
          : t('contracts.lately', { handed, delivered, failed, unknown: Math.max(0, handed - delivered - failed) })}
      </p>
      <WeightLine
        history={contract.history}
        now={contract.weight}
        rest={contract.restWeight}
        label={t('contracts.weightLine', { now: number(contract.weight), rest: number(contract.restWeight) })}
        legend={{
          now: t('contracts.weightNow', { n: contract.weight }),
          rest: t('contracts.weightRest', { n: contract.restWeight }),
        }}
      />
      {children}
    </li>
  );
}

async function StateOf({ contract: { status, term, daysLeft } }: { contract: AccountContract }) {
  const { t } = await words();
  if (term !== 'running')
    return (
      <Chip look="inverse" icon="octagon">
        {t(`contracts.term-${term}`)}
      </Chip>
    );
  if (daysLeft !== null && daysLeft <= 60)
    return (
      <Chip look="ochre" icon="triangle">
        {t('contracts.endsIn', { n: daysLeft })}
      </Chip>
    );
  return (
    <Chip look={looks[status].look} icon={looks[status].icon}>
      {t(`accounts.${status}`)}
    </Chip>
  );
}

const looks: Record<AccountContract['status'], { look: ChipLook; icon: IconName }> = {
  active: { look: 'ok', icon: 'check' },
  paused: { look: 'ochre', icon: 'pause' },
  down: { look: 'inverse', icon: 'octagon' },
};
