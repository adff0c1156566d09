import { factInside, type Say } from '#designer/say.ts';
import type { Journey } from '#engine/journey.ts';
import { type PreviewedText, previewWords, type Spoken } from '#engine/office/preview-words.ts';
import { Panel } from '#ui/panel.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { words } from '../words.ts';
import { languageName } from './language-name.ts';
import { Received } from './received.tsx';

type Shown = {
  content: Spoken;
  journey: Journey;
  unit: string;
  /** With the names of the unit's catalogue: what each person's own data fill in is called by its name. */
  say: Say;
};

/** The words as each language's phone shows them, in the order of the journey; and what may be told afterwards. */
export async function Words({ content, journey, unit, say }: Shown) {
  const { t } = await words();
  const order = new Map(journey.nodes.map(({ id }, at) => [id, at]));
  const texts = previewWords(content, (fact) => factInside(say, fact)).toSorted(
    (a, b) => (order.get(a.node) ?? order.size) - (order.get(b.node) ?? order.size),
  );
  const afterwards = ({ node }: PreviewedText) => node.startsWith('@');
  const tabs = (of: PreviewedText[]) =>
    content.languages
      .filter((language) => of.some((text) => text.language === language))
      .map((language) => ({
        key: language,
        title: languageName(t, language),
        content: <Received texts={of.filter((text) => text.language === language)} journey={journey} sender={unit} />,
      }));
  const [now, later] = [texts.filter((text) => !afterwards(text)), texts.filter(afterwards)];
  return (
    <>
      {now.length > 0 && (
        <Panel title={t('request.words')} id="words">
          <p>{t('request.wordsMean')}</p>
          <Tabs label={t('request.languages')} tabs={tabs(now)} />
        </Panel>
      )}
      {later.length > 0 && (
        <Panel title={t('request.afterwards')} id="afterwards">
          <p>{t('request.afterwardsMean')}</p>
          <Tabs label={t('request.languages')} tabs={tabs(later)} />
        </Panel>
      )}
    </>
  );
}
