'use client';

import { DrillPart } from './drill-part.tsx';
import { SavedWalks } from './saved-walks.tsx';
import { useTried } from './use-trying.tsx';
import { WalkBeginning } from './walk-beginning.tsx';
import { WalkNext } from './walk-next.tsx';
import styles from './walk-panel.module.css';
import { WalkedSteps } from './walked-steps.tsx';

/** Trying the draft: one invented person step by step, the tests kept of such walks, and a drill that runs it for real. */
export function WalkPanel() {
  const tried = useTried();
  return (
    <div className={styles['panel']}>
      {tried ? (
        <>
          <WalkNext tried={tried} />
          <WalkedSteps tried={tried} />
        </>
      ) : (
        <>
          <WalkBeginning />
          <SavedWalks />
          <DrillPart />
        </>
      )}
    </div>
  );
}
