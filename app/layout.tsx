import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { fonts } from './fonts.ts';
import { LiveWords } from './live-words.tsx';
import { words } from './words.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await words();
  return {
    title: { default: 'Cauce', template: '%s · Cauce' },
    description: t('shell.description'),
    icons: { icon: '/icon.svg' },
    robots: { index: false },
  };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function Layout({ children }: { children: ReactNode }) {
  const [{ locale }, jar] = [await words(), await cookies()];
  const theme = jar.get('theme')?.value;
  return (
    <html lang={locale} className={fonts} data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}>
      <body>
        <LiveWords of={['refusal']}>{children}</LiveWords>
      </body>
    </html>
  );
}
