'use client';

import { useMemo, useState } from 'react';
import { RuleEditor } from '#designer/controls/rule/rule-control.tsx';
import { useSurroundings } from '#designer/inspector/house-context.ts';
import { useSay } from '#designer/use-say.ts';
import { checkRule } from '#engine/rule/check-rule.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { dropAudience, keepAudience } from '../acts.ts';
import styles from '../audiences.module.css';
import { emptyJourney } from './empty-journey.ts';

/** The name and the rule of an audience; kept when asked to, never while typing. */
export function AudienceEditor({
  id,
  name: before,
  rule: saved,
  mayEdit,
}: {
  id: string;
  name: string;
  rule: Rule;
  mayEdit: boolean;
}) {
  const say = useSay();
  const announce = useAnnounce();
  const { house, asks, now } = useSurroundings();
  const [name, setName] = useState(before);
  const [rule, setRule] = useState<unknown>('all' in saved && saved.all.length === 0 ? undefined : saved);
  const [keeping, setKeeping] = useState(false);
  const context = useMemo(
    () => ({ say, journey: emptyJourney, node: null, house, asks, now }),
    [say, house, asks, now],
  );
  const read = ruleSchema.safeParse(rule ?? { all: [] });
  const problems = read.success
    ? checkRule(read.data, { attributes: house.catalogue, variables: [], event: false })
    : [];
  const wrong = !read.success || problems.some(({ severity }) => severity === 'error');
  const keep = () => {
    if (!read.success) return;
    setKeeping(true);
    keepAudience({ id, name, rule: read.data })
      .then(
        (kept) => announce(say(kept ? 'audiences.kept' : 'audiences.notKept')),
        () => announce(say('audiences.notKept')),
      )
      .finally(() => setKeeping(false));
  };
  return (
    <div className={styles['editor']}>
      <div className={styles['rule']}>
        <span id="audience-rule-label" className="visually-hidden">
          {say('audiences.rule')}
        </span>
        <RuleEditor
          id="audience-rule"
          value={rule}
          onChange={setRule}
          problems={problems.map((problem) => ({
            severity: problem.severity,
            path: problem.path ?? [],
            sentence: sayProblem(say, problem),
          }))}
          context={context}
          optional
        />
      </div>
      {mayEdit && (
        <div className={styles['aside']}>
          <Field
            label={say('audiences.name')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <div className={styles['acts']}>
            <Button look="primary" disabled={wrong || keeping || name.trim() === ''} onClick={keep}>
              {say('audiences.keep')}
            </Button>
            <Button look="quiet" onClick={() => void dropAudience(id)}>
              {say('audiences.drop')}
            </Button>
          </div>
          <p>{say('audiences.keepMeans')}</p>
        </div>
      )}
    </div>
  );
}
