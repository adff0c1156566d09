/** A shelf in the browser's own database, for work that must outlive a reload or a lost network. */
export type Shelf<T> = {
  get: (key: string) => Promise<T | undefined>;
  put: (key: string, value: T) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

/** Opens the shelf. Where the browser refuses (private windows), nothing is kept and nothing fails. */
export function openShelf<T>(name: string): Shelf<T> {
  const database = open(name).catch(() => null);
  const ask = async <R>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<R>) => {
    const opened = await database;
    if (!opened) return undefined;
    return done(request(opened.transaction('shelf', mode).objectStore('shelf'))).catch(() => undefined);
  };
  return {
    get: (key) => ask('readonly', (store) => store.get(key) as IDBRequest<T | undefined>),
    put: async (key, value) => void (await ask('readwrite', (store) => store.put(value, key))),
    remove: async (key) => void (await ask('readwrite', (store) => store.delete(key))),
  };
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('shelf'));
  return done(request);
}

function done<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')));
  });
}
