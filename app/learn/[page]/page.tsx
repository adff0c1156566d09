import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Prose } from '#ui/prose.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { guideList, kindList } from '../read-help.ts';

type Props = { params: Promise<{ page: string }> };

const read = async ({ params }: Props) => {
  const { page } = await params;
  return [...(await guideList()), ...(await kindList())].find(({ name }) => name === page);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const title = (await read(props))?.title;
  return title === undefined ? {} : { title };
}

/** One short page of help, in Spanish. */
export default async function LearnPage(props: Props) {
  await requirePage('/learn/[page]');
  const [{ t, locale }, help] = [await words(), await read(props)];
  if (!help) notFound();
  const lang = locale === 'es' ? undefined : 'es';
  return (
    <Shell current={null}>
      <PageHead title={<span lang={lang}>{help.title}</span>} />
      <div lang={lang}>
        <Prose text={help.text} Link={Link} />
      </div>
      <p>
        <Link href="/learn">{t('learn.all')}</Link>
      </p>
    </Shell>
  );
}
