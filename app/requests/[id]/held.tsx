import { type Say, sayFact } from '#designer/say.ts';
import type { RequestRow } from '#drizzle/requests/request-row.ts';
import { Notice } from '#ui/notice.tsx';

/** Why what was signed has to be signed again: who entered meanwhile, and why; or which contract is new. */
export function Held({ held: { why, growth }, say: t }: { held: NonNullable<RequestRow['held']>; say: Say }) {
  return (
    <Notice look="ochre">
      <p>
        <strong>{t('request.again')}.</strong>{' '}
        {t(`request.held-${why}`, { was: growth?.was ?? 0, is: growth?.is ?? 0 })}
      </p>
      {growth && (
        <ul>
          {growth.added > 0 && <li>{t('request.growth-added', { n: growth.added })}</li>}
          {growth.changed > 0 && <li>{t('request.growth-changed', { n: growth.changed })}</li>}
          {growth.attributes.map(({ attribute, source, n }) => (
            <li key={`${attribute} ${source}`}>
              {t('request.growth-attribute', { attribute: sayFact(t, `citizen.${attribute}`), source, n })}
            </li>
          ))}
          {growth.added + growth.changed === 0 && <li>{t('request.growth-date')}</li>}
          {growth.places.length > 0 && (
            <li>
              {t('request.growth-places', {
                places: growth.places.map(({ municipality, n }) => `${municipality} (${n})`).join(', '),
              })}
            </li>
          )}
        </ul>
      )}
    </Notice>
  );
}
