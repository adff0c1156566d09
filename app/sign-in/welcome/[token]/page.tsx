import type { Metadata } from 'next';
import { hasNoAdministrator } from '#drizzle/queries/first-administrator.ts';
import { invitationOf } from '#drizzle/queries/invitations.ts';
import { firstUnit } from '#drizzle/queries/units.ts';
import { CalmLink as Link } from '../../../calm-link.tsx';
import { database } from '../../../database.ts';
import { LiveWords } from '../../../live-words.tsx';
import { words } from '../../../words.ts';
import { Door } from '../../door.tsx';
import { WelcomeForm } from './welcome-form.tsx';

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('welcome.title') };
}

/** An address that works once: the first administrator says who they are; anybody else gives themselves a password. */
export default async function Welcome({ params }: Props) {
  const { token } = await params;
  const [{ t }, invitation] = [await words(), await invitationOf(database(), token)];
  const first = invitation?.official === null;
  if (!invitation || (first && !(await hasNoAdministrator(database()))))
    return (
      <Door title={t('welcome.over')}>
        <p>{t('welcome.overMeans')}</p>
        <Link href="/sign-in">{t('signIn.title')}</Link>
      </Door>
    );
  const founding = first && (await firstUnit(database())) === undefined;
  return (
    <Door title={t(first ? 'welcome.first' : 'welcome.title')}>
      <p>{first ? t('welcome.firstMeans') : t('welcome.means', { name: invitation.official?.name ?? '' })}</p>
      <LiveWords of={['welcome', 'signIn', 'form', 'password']}>
        <WelcomeForm token={token} email={invitation.official?.email ?? null} founding={founding} />
      </LiveWords>
    </Door>
  );
}
