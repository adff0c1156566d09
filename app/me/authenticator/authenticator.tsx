import type { SecondFactors } from '#drizzle/queries/second-factors.ts';
import { Panel } from '#ui/panel.tsx';
import { words } from '../../words.ts';
import { DropAuthenticator } from './drop-authenticator.tsx';
import { SetUp } from './set-up.tsx';

/** The application that shows six figures: whether there is one, preparing it, forgetting it. */
export async function Authenticator({ has }: { has: SecondFactors }) {
  const { t } = await words();
  return (
    <Panel title={t('me.authenticator')} id="authenticator">
      <p>{t(has.totp ? 'me.authenticatorOn' : 'me.authenticatorMeans')}</p>
      {has.totp ? <DropAuthenticator withPassword={has.password} /> : <SetUp withPassword={has.password} />}
    </Panel>
  );
}
