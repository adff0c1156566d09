import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { door } from '#app/api/door.ts';
import { localeOf, refuse } from '#app/api/refuse.ts';
import { database } from '#app/database.ts';
import { doorAt } from '#app/doors.ts';
import { moment } from '#app/words.ts';
import { asHtml } from '#designer/document/as-html.ts';
import { asText } from '#designer/document/as-text.ts';
import { machineFile } from '#designer/document/machine-file.ts';
import { tellJourney } from '#designer/document/tell-journey.ts';
import { picture } from '#designer/picture/picture.ts';
import type { Say } from '#designer/say.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { exportJourney, type Journey } from '#engine/journey.ts';
import { translator } from '#locales/translator.ts';
import { metaOf } from '../../meta-of.ts';
import { readRevision } from '../../read-revision.ts';

export const dynamic = 'force-dynamic';

const path = '/journeys/[slug]/revisions/[n]/files/[file]';
const here = { scope: null, action: doorAt('/journeys/[slug]/revisions/[n]/files/[file]').action };

type Context = { params: Promise<{ slug: string; n: string; file: string }> };

/** What can be taken of a revision: its JSON, the machine for Stately, the document in words, the picture. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return door(request, here, async (who) => {
    const { slug, n, file } = await params;
    const found = await readRevision(slug, n, who.units);
    const make = Object.hasOwn(makers, file) ? makers[file as keyof typeof makers] : undefined;
    if (!found?.parsed.ok || !make)
      return refuse(request, { status: 404, code: 'unknown-file', errors: [{ field: path, code: 'unknown-file' }] });
    const t = translator(localeOf(request));
    const say = sayingAttributes(t, await catalogueOf(database(), found.unitId));
    const meta = metaOf(t, found, moment(t.locale, found.at));
    const { type, body } = await make({ t, say, meta, journey: found.parsed.journey });
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${slug}-${n}-${file}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

type Given = { t: ReturnType<typeof translator>; say: Say; meta: string; journey: Journey };

const makers = {
  'journey.json': ({ journey }: Given) => ({ type: 'application/json', body: exportJourney(journey) }),
  'machine.js': ({ journey }: Given) => ({ type: 'text/javascript; charset=utf-8', body: machineFile(journey) }),
  'document.html': ({ t, say, meta, journey }: Given) => ({
    type: 'text/html; charset=utf-8',
    body: asHtml(t, tellJourney(say, journey), { meta, drawing: picture(t, journey) }),
  }),
  'document.txt': ({ t, say, meta, journey }: Given) => ({
    type: 'text/plain; charset=utf-8',
    body: asText(t, tellJourney(say, journey), meta),
  }),
  'picture.svg': async ({ t, meta, journey }: Given) => ({
    type: 'image/svg+xml',
    body: picture(t, journey, { meta, ...(await letters()) }),
  }),
};

/** The house's letter, so that the picture looks the same everywhere; without it where it cannot be found. */
async function letters(): Promise<{ letters?: string }> {
  const name =
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2';
  try {
    return { letters: await readFile(createRequire(`${process.cwd()}/`).resolve(name), 'base64') };
  } catch {
    return {};
  }
}
