import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CalmLink as Link } from '../../../calm-link.tsx';
import { LiveWords } from '../../../live-words.tsx';
import { requirePage } from '../../../official.ts';
import { words } from '../../../words.ts';
import { readRun } from '../../read-run.ts';
import { runMetadata } from '../../run-metadata.ts';
import styles from './wall.module.css';
import { WallBoard } from './wall-board.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return runMetadata(await readRun((await params).id));
}

/** A run on the wall of a control room: few figures, read from afar, nothing to press and nobody's name. */
export default async function Wall({ params }: Props) {
  await requirePage('/runs/[id]/wall');
  const { id } = await params;
  const [{ t }, found] = [await words(), await readRun(id)];
  if (!found) notFound();
  const { run } = found;
  return (
    <div className={styles['wall']} data-mode="wall">
      <header>
        <Link href={`/runs/${id}`} className={styles['back']}>
          {t('wall.back')}
        </Link>
        {run.mode === 'drill' && <p className={styles['drill']}>{t('shell.drill')}</p>}
      </header>
      <LiveWords of={['wall', 'figure', 'age', 'run']}>
        <WallBoard initial={run} />
      </LiveWords>
    </div>
  );
}
