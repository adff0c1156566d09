import type { Say } from '#designer/say.ts';
import { sayList } from '#designer/say.ts';
import type { NamedPlace } from '#drizzle/requests/place-names.ts';

/** Places in words: «Enguera, Anna y Canals»; of many, the first and how many more. '' when none is named. */
export function placeWords(t: Say, places: readonly NamedPlace[], most = 4): string {
  const said = places.map((place) => {
    switch (place.is) {
      case 'circle':
        return t('request.circle', { km: place.km, near: place.called });
      case 'polygon':
        return t('request.polygon');
      case 'province':
        return t('request.province', { code: place.called });
      default:
        return place.called || t('request.areaOfEvent');
    }
  });
  const more = said.length - most;
  return sayList(t, more > 1 ? [...said.slice(0, most), t('request.morePlaces', { n: more })] : said);
}
