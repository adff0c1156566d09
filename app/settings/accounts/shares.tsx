import type { AccountContract } from '#drizzle/queries/account-contracts.ts';
import styles from './accounts.module.css';

/** How the contracts of one channel share its traffic now: one riverbed, parted by weight. */
export function Shares({ contracts, label }: { contracts: AccountContract[]; label: string }) {
  const flowing = contracts.filter(
    ({ status, term, weight }) => status === 'active' && term === 'running' && weight > 0,
  );
  const all = flowing.reduce((sum, { weight }) => sum + weight, 0);
  if (flowing.length < 2) return null;
  return (
    <ul className={styles['shares']} aria-label={label}>
      {flowing.map(({ id, name, weight }) => (
        <li key={id} style={{ flexGrow: weight }}>
          <span>{name}</span>
          <strong>{Math.round((weight / all) * 100)} %</strong>
        </li>
      ))}
    </ul>
  );
}
