import type { Metadata } from 'next';
import { SpecimenPage } from '../specimen-page.dev.tsx';

type Props = {
  params: Promise<{ component: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).component };
}

/** One component in all its states; ?state= shows one of those that cover the page, ?mode= a drill or an emergency. */
export default async function ComponentPage({ params, searchParams }: Props) {
  const { state, mode } = await searchParams;
  return <SpecimenPage component={(await params).component} state={one(state)} mode={one(mode)} />;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
