import type { SecondFactors } from '#drizzle/queries/second-factors.ts';
import { Panel } from '#ui/panel.tsx';
import { identity } from '../../identity/identity.ts';
import type { Official } from '../../official.ts';
import { words } from '../../words.ts';
import { MakeCodes } from './make-codes.tsx';

/** The codes for a day without key or telephone: how many are left, and new ones. */
export async function RecoveryCodes({ official, has }: { official: Official; has: SecondFactors }) {
  const { t } = await words();
  const left = has.recovery ? await countLeft(official.id) : 0;
  return (
    <Panel title={t('me.recovery')} id="recovery">
      <p>{t('me.recoveryMeans')}</p>
      {has.recovery && <p>{t('me.recoveryLeft', { n: left })}</p>}
      {has.totp || has.passkeys > 0 ? <MakeCodes withPassword={has.password} /> : <p>{t('me.factorFirst')}</p>}
    </Panel>
  );
}

async function countLeft(userId: string): Promise<number> {
  const { backupCodes } = await identity().api.viewBackupCodes({ body: { userId } });
  return backupCodes.length;
}
