import type { Metadata } from 'next';
import { env } from '#env';
import { buttonClass } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/field.tsx';
import { isDemonstration } from '../demonstration.ts';
import { LiveWords } from '../live-words.tsx';
import { words } from '../words.ts';
import { byProvider } from './by-provider.ts';
import { Demonstration } from './demonstration.tsx';
import { Door } from './door.tsx';
import styles from './form.module.css';
import { PasskeyButton } from './passkey-button.tsx';
import { PasswordForm } from './password-form.tsx';
import { wayBack } from './way-back.ts';

type Props = { searchParams: Promise<{ to?: string | string[]; error?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('signIn.title') };
}

/** The door: a key, the administration's own identity provider, or e-mail and password. */
export default async function SignIn({ searchParams }: Props) {
  const [{ t }, { to: wanted, error }] = [await words(), await searchParams];
  const to = wayBack(wanted);
  const demonstration = isDemonstration();
  return (
    <Door title={t('signIn.title')} aside={demonstration && <Demonstration to={to} />}>
      <LiveWords of={['signIn', 'form']}>
        {typeof error === 'string' && (
          <ErrorSummary title={t('form.wrong')} errors={[{ field: 'provider', sentence: t(sentenceOf(error)) }]} />
        )}
        <div className={styles['ways']}>
          {env().OIDC_ISSUER !== undefined && (
            <form action={byProvider}>
              <input type="hidden" name="to" value={to} />
              <button id="provider" type="submit" className={buttonClass('plain')}>
                {t('signIn.byProvider', { name: env().OIDC_NAME })}
              </button>
            </form>
          )}
          <PasskeyButton to={to} />
        </div>
        <p className={styles['or']}>{t('signIn.or')}</p>
        <PasswordForm to={to} />
      </LiveWords>
    </Door>
  );
}

// What comes back from the provider may be anything; what we have no sentence for is said in general.
function sentenceOf(code: string): string {
  if (code === 'NO_ROLE') return 'signIn.noRole';
  if (code === 'BLOCKED') return 'signIn.blocked';
  if (code === 'PROVIDER_AWAY') return 'signIn.providerAway';
  return code === 'account_not_linked' ? 'signIn.notLinked' : 'signIn.providerFailed';
}
