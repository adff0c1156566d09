import type { ReactNode } from 'react';
import { ClientWords } from './client-words.tsx';
import { words } from './words.ts';

/** Wraps live parts of a page with the families of sentences they use (`run`, `brake` …). */
export async function LiveWords({ of, children }: { of: string[]; children: ReactNode }) {
  const { locale, messages } = await words();
  return (
    <ClientWords locale={locale} messages={Object.fromEntries(of.map((family) => [family, messages[family] ?? {}]))}>
      {children}
    </ClientWords>
  );
}
