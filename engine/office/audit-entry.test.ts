import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeEntry } from './audit-entry.ts';

test('every key that signs can be told, whatever letter its id begins with and however long it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 1023 }), (bytes) => {
      const passkey = Buffer.from(bytes).toString('base64url');
      const told = writeEntry({
        who: { kind: 'official', id: 'a' },
        unitId: null,
        act: 'request.approved',
        about: { kind: 'request', id: 'r' },
        detail: { hash: '0'.repeat(64), passkey },
      } as const);
      expect(JSON.stringify(told)).toContain(passkey);
    }),
  );
});
