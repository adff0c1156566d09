import type { Metadata } from 'next';
import { kindOf } from '#engine/nodes/index.ts';
import { isIcon } from '#ui/icon.tsx';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import styles from './learn.module.css';
import { guideList, type Help, kindList } from './read-help.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('learn.title') };
}

const glossary = [
  'journey',
  'revision',
  'run',
  'standing',
  'member',
  'audience',
  'rule',
  'ladder',
  'rung',
  'walk',
  'rehearsal',
  'drill',
  'request',
  'approval',
  'account',
  'receipt',
  'attention',
  'task',
] as const;

/** Ayuda: guides, what each kind of step is for, and the words of Cauce. */
export default async function Learn() {
  await requirePage('/learn');
  const [{ t, locale }, guides, kinds] = [await words(), await guideList(), await kindList()];
  // The guides are in Spanish; whoever reads Cauce in another language is told so, and so is their screen reader.
  const lang = locale === 'es' ? undefined : 'es';
  return (
    <Shell current={null}>
      <PageHead title={t('learn.title')} meta={lang ? t('learn.inSpanish') : undefined} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <Panel title={t('learn.guides')} id="guides">
            <div lang={lang}>
              <List lines={guides.map((help) => line(help, 'book'))} />
            </div>
          </Panel>
          <Panel title={t('learn.steps')} id="steps">
            <div lang={lang}>
              <List
                lines={kinds.map((help) => {
                  const icon = kindOf(help.name)?.icon ?? '';
                  return line(help, isIcon(icon) ? icon : 'question');
                })}
              />
            </div>
          </Panel>
        </div>
        <Panel title={t('learn.words')} id="words">
          <dl className={styles['words']}>
            {glossary.map((word) => (
              <div key={word}>
                <dt>{t(`glossary.${word}.word`)}</dt>
                <dd>{t(`glossary.${word}.means`)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </Shell>
  );
}

const line = ({ name, title, lead }: Help, icon: Parameters<typeof List>[0]['lines'][number]['icon']) => ({
  key: name,
  icon,
  title: <Link href={`/learn/${name}`}>{title}</Link>,
  meta: lead,
});
