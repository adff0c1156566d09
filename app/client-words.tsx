'use client';

import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import { formats, type Messages } from '#locales/formats.ts';

/** Gives the browser the sentences that a page's live parts need, and no others. */
export function ClientWords({
  locale,
  messages,
  children,
}: {
  locale: string;
  messages: Messages;
  children: ReactNode;
}) {
  return (
    <IntlProvider locale={locale} messages={messages} formats={formats} timeZone="Europe/Madrid">
      {children}
    </IntlProvider>
  );
}
