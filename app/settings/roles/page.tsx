import type { Metadata } from 'next';
import { actions, permissions, roles } from '#engine/office/permission.ts';
import { Icon } from '#ui/icon.tsx';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.roles') };
}

/** Papeles: what each may do, as the table in the engine says; nobody changes it on a screen. */
export default async function Roles() {
  await requirePage('/settings/roles');
  const { t } = await words();
  return (
    <Shell current="settings">
      <h1>{t('settings.roles')}</h1>
      <p>{t('settings.rolesFixed')}</p>
      <Panel id="matrix" title={t('settings.matrix')}>
        <Table
          caption={t('settings.matrix')}
          captionHidden
          wide
          columns={[
            { key: 'action', title: t('settings.action') },
            ...roles.map((role) => ({ key: role, title: t(`role.${role}`) })),
          ]}
          rows={actions.map((action) => ({
            key: action,
            cells: {
              action: t(`permission.${action}`),
              ...Object.fromEntries(
                roles.map((role) => {
                  const held = (permissions[action] as readonly string[]).includes(role);
                  const show = held ? <Icon name="check" label={t('settings.may')} /> : <span aria-hidden>·</span>;
                  return [role, { show, sort: held ? 0 : 1 }];
                }),
              ),
            },
          }))}
        />
      </Panel>
    </Shell>
  );
}
