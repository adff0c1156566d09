import type { RequestLine } from '#drizzle/requests/request-list.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { isOpen } from '../may-open.ts';
import type { Official } from '../official.ts';
import { words } from '../words.ts';

/** Requests in a line each: what, to how many, who asks, and until when it can be signed. */
export async function RequestLines({ requests, official }: { requests: RequestLine[]; official: Official }) {
  const { t, moment, number } = await words();
  const open = isOpen(official.grants, '/requests/[id]');
  return (
    <List
      lines={requests.map((request) => ({
        key: request.id,
        icon: request.lane === 'emergency' ? 'siren' : 'sign',
        title: open ? <Link href={`/requests/${request.id}`}>{request.title}</Link> : request.title,
        meta: [
          t(`home.request-${request.what}`),
          ...(request.people === null ? [] : [t('home.people', { n: request.people, figure: number(request.people) })]),
          t('home.askedBy', { name: request.author }),
          ...(request.lapsesAt ? [t('home.lapses', { moment: moment(request.lapsesAt) })] : []),
          ...(request.reason ? [`«${request.reason}»`] : []),
        ].join(' · '),
        end: (
          <>
            {request.lane === 'emergency' && <Chip look="live">{t('lane.emergency')}</Chip>}
            {request.held && (
              <Chip look="ochre" icon="triangle">
                {t('home.held')}
              </Chip>
            )}
            {request.status === 'returned' && <Chip look="inverse">{t('home.returned')}</Chip>}
          </>
        ),
      }))}
    />
  );
}
