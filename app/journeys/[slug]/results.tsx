import { sayName } from '#designer/say.ts';
import { journeyResults } from '#drizzle/queries/journey-results.ts';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { database } from '../../database.ts';
import { words } from '../../words.ts';

/** What has come of a journey's real runs: how it ended for people, and how many are still inside. Drills do not count. */
export async function Results({ journeyId }: { journeyId: string }) {
  const [{ t, number }, { outcomes, inside, attention }] = [await words(), await journeyResults(database(), journeyId)];
  const ended = outcomes.reduce((sum, { n }) => sum + n, 0);
  return (
    <Panel title={t('cover.results')} id="results">
      <p>
        {t('cover.inside', { n: inside })} {attention > 0 && t('cover.attention', { n: attention })}
      </p>
      {ended > 0 && (
        <Table
          caption={t('cover.results')}
          captionHidden
          columns={[
            { key: 'outcome', title: t('cover.outcome') },
            { key: 'n', title: t('cover.people'), figures: true },
            { key: 'share', title: t('cover.share'), figures: true },
          ]}
          rows={outcomes.map(({ outcome, n }) => ({
            key: outcome,
            cells: {
              outcome: sayName(t, 'outcome', outcome),
              n: { show: number(n), sort: n },
              share: { show: t('cover.percent', { share: n / ended }), sort: n },
            },
          }))}
        />
      )}
    </Panel>
  );
}
