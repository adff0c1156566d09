import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Nothing here yet: one drawing, one sentence, one action, one example. */
export function EmptyState({
  drawing = 'river',
  children,
  action,
  example,
}: {
  drawing?: keyof typeof drawings;
  children: ReactNode;
  action?: ReactNode;
  /** Where to see one that is not empty. */
  example?: ReactNode;
}) {
  return (
    <div className={styles['empty']}>
      <svg className={styles['drawing']} viewBox="0 0 320 120" aria-hidden>
        {drawings[drawing]}
      </svg>
      <p>{children}</p>
      {(action || example) && (
        <div className={styles['acts']}>
          {action}
          {example}
        </div>
      )}
    </div>
  );
}

const contours = (
  <>
    <path className={styles['faint']} d="M0 26c52-22 92 4 140-8s92-22 180 2" />
    <path className={styles['faint']} d="M0 102c60-20 100 14 160 0s100-16 160 0" />
    <path className={styles['faint']} d="M0 115c60-20 100 14 160 0s100-16 160 0" />
    <path className={styles['faint']} d="M0 14c52-22 92 4 140-8s92-20 180-2" />
  </>
);

const drawings = {
  river: (
    <>
      {contours}
      <path className={styles['ink']} d="M0 46c60-26 100 10 160 0s100-22 160 2" />
      <path
        className={styles['water']}
        d="M0 60c60-26 100 10 160 0s100-22 160 2M0 68c60-26 100 10 160 0s100-22 160 2"
      />
      <path className={styles['ink']} d="M0 84c60-26 100 10 160 0s100-22 160 2" />
    </>
  ),
  gauge: (
    <>
      {contours}
      <path className={styles['water']} d="M20 84c24-10 40 10 64 0s40 10 64 0 40 10 64 0 40 10 64 0" />
      <path className={styles['water']} d="M20 93c24-10 40 10 64 0s40 10 64 0 40 10 64 0 40 10 64 0" />
      <path
        className={styles['ink']}
        d="M152 8v96h16V8zM152 20h8M152 32h12M152 44h8M152 56h12M152 68h8M152 80h12M152 92h8"
      />
    </>
  ),
  bridge: (
    <>
      {contours}
      <path
        className={styles['ink']}
        d="M20 48h280M20 56h280M60 56v34M260 56v34M60 90c0-46 100-46 100 0M160 90c0-46 100-46 100 0M160 56v34"
      />
      <path className={styles['water']} d="M20 96c24-8 40 8 64 0s40 8 64 0 40 8 64 0 40 8 64 0" />
    </>
  ),
  seal: (
    <>
      {contours}
      <path className={styles['ink']} d="M60 20h200v80H60zM76 40h96M76 54h72M76 68h84" />
      <path
        className={styles['water']}
        d="M188 82c10-30 18-34 18-24s-16 18-8 20 12-10 16-7 4 6 10 3 8-4 14-2M184 90h60"
      />
    </>
  ),
} as const;
