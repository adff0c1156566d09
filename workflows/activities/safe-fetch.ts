import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { mayReach, type Reach } from '#channels/reach.ts';

/** A way out that connects only to addresses this reach allows, looked at when they are resolved; never follows redirects. */
export function guardedAgent(reach: Reach): Agent {
  return new Agent({ connect: { lookup: guardedLookup(reach), timeout: 5_000 }, connections: 16 });
}

function guardedLookup(reach: Reach): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => mayReach(address, reach));
      const [first] = allowed;
      if (!first) return callback(forbidden(), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

function forbidden(): NodeJS.ErrnoException {
  return Object.assign(new Error('The name resolves to an address that must not be reached'), { code: 'EFORBIDDEN' });
}
