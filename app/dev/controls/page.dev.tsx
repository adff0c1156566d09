import type { Metadata } from 'next';
import Link from 'next/link';
import { controlSpecimens } from '#designer/inspector/specimens/index.tsx';

export const metadata: Metadata = { title: 'Controles del inspector' };

/** The list of the inspector's controls; there is no such page in a production build. */
export default function ControlsPage() {
  return (
    <main>
      <h1>Controles del inspector</h1>
      <ul>
        {Object.entries(controlSpecimens).map(([name, { title }]) => (
          <li key={name}>
            <Link href={`/dev/controls/${name}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
