import { may } from '#engine/office/permission.ts';
import type { Person } from '#engine/office/request.ts';
import type { Official } from './official.ts';

/** An official as somebody who moves requests. */
export const personOf = ({ id, grants }: Pick<Official, 'id' | 'grants'>): Person => ({
  kind: 'official',
  id,
  may: (action, unitId) => may(grants, action, unitId),
});
