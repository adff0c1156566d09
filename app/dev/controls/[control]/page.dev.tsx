import type { Metadata } from 'next';
import { ClientWords } from '#app/client-words.tsx';
import { messagesFor } from '#locales/locale.ts';
import { ControlSheet } from '../control-sheet.dev.tsx';

type Props = {
  params: Promise<{ control: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).control };
}

/** One control in all its states, with the words of the product; ?state= shows one of them, ?mode= a drill or an emergency. */
export default async function ControlPage({ params, searchParams }: Props) {
  const { state, mode } = await searchParams;
  return (
    <ClientWords locale="es" messages={messagesFor('es')}>
      <ControlSheet control={(await params).control} state={one(state)} mode={one(mode)} />
    </ClientWords>
  );
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
