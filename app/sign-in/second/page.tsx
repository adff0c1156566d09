import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CalmLink as Link } from '../../calm-link.tsx';
import { pendingOfficial } from '../../identity/pending.ts';
import { LiveWords } from '../../live-words.tsx';
import { words } from '../../words.ts';
import { Door } from '../door.tsx';
import { PasskeyButton } from '../passkey-button.tsx';
import { wayBack } from '../way-back.ts';
import { CodeForm } from './code-form.tsx';

type Props = { searchParams: Promise<{ to?: string | string[]; with?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('signIn.second') };
}

/** The second factor of whoever gave a right password: their key, their authenticator, or a recovery code. */
export default async function Second({ searchParams }: Props) {
  const [{ t }, asked, pending] = [await words(), await searchParams, await pendingOfficial()];
  if (!pending) redirect('/sign-in');
  const to = wayBack(asked.to);
  const recovery = asked.with === 'recovery';
  const other = `/sign-in/second?${new URLSearchParams({ to, ...(!recovery && { with: 'recovery' }) })}`;
  return (
    <Door title={t('signIn.second')}>
      <p>{t(recovery ? 'signIn.recoveryMeans' : 'signIn.secondMeans', { name: pending.name })}</p>
      <LiveWords of={['signIn', 'form']}>
        {!recovery && pending.passkeys > 0 && <PasskeyButton to={to} primary={!pending.totp} />}
        {(recovery || pending.totp) && (
          <CodeForm key={String(recovery)} to={to} kind={recovery ? 'recovery' : 'totp'} />
        )}
      </LiveWords>
      {pending.recovery && <Link href={other}>{t(recovery ? 'signIn.backToSecond' : 'signIn.useRecovery')}</Link>}
      <Link href="/sign-in">{t('signIn.asSomebodyElse')}</Link>
    </Door>
  );
}
