import type { RequestReason } from '#engine/office/needs-request.ts';

/** How many a launch would reach: exact for whoever may know it, else rounded to tens; and whether somebody has to sign. */
export type Counted = {
  total: number;
  unreachable: number;
  exact: boolean;
  needs: RequestReason | null;
};
