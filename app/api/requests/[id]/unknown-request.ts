import { refuse } from '../../refuse.ts';

/** No such request, or none of the units of whoever asks: they are not told which. */
export const unknownRequest = (request: Request): Response =>
  refuse(request, { status: 404, code: 'unknown-request', errors: [{ field: 'id', code: 'unknown-request' }] });
