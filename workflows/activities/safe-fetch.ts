import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { mayReach, type Reach } from '#channels/reach.ts';

/** A way out that connects only to addresses this reach allows, looked at when they are resolved; never follows redirects. */
export function guardedAgent(reach: Reach, resolve: Resolve = lookup): Agent {
  return new Agent({ connect: { lookup: guardedLookup(reach, resolve), timeout: 5_000 }, connections: 16 });
}

/** How names become addresses: the system's own way, unless told otherwise. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

function guardedLookup(reach: Reach, resolve: Resolve): LookupFunction {
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
