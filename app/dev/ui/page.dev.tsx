import type { Metadata } from 'next';
import { SpecimenIndex } from './specimen-page.dev.tsx';

export const metadata: Metadata = { title: 'Componentes' };

/** The list of components; there is no such page in a production build (`pageExtensions` in next.config.ts). */
export default function ComponentsPage() {
  return <SpecimenIndex />;
}
