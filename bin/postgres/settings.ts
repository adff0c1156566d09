import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const mb = 1024 ** 2;

/** Server settings for moving crowds; durability (fsync, full_page_writes, synchronous_commit) stays at its default: on. */
export function crowdSettings(memory = usableMemory()): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    // Only TCP: socket folders differ between systems and have path limits.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${Math.max(128, Math.min(4096, Math.floor(memory / 8 / mb)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2 / mb))}MB`,
    work_mem: '64MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '8GB',
    // What an alert of a million writes finds its place made: making it (zeros, and their fsync) holds everybody up.
    min_wal_size: '4GB',
    wal_buffers: '32MB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    dynamic_shared_memory_type: sharedMemoryType(),
  };
}

/** Bytes this process may use: the container's limit where there is one. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Containers often have a /dev/shm of 64 MB, too little for parallel plans. */
function sharedMemoryType(): string {
  if (process.platform !== 'linux') return 'posix';
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= 512 * mb ? 'posix' : 'sysv';
  } catch {
    return 'sysv';
  }
}
