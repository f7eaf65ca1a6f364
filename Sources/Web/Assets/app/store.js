// What the phone keeps, in IndexedDB: sealed reports and their receipts, the bundle, the device, the lock.
// @ts-check

const name = 'agenda';

/** Every version of the schema, in order; a phone goes through those that it has not seen. A step never drops a report. */
const upgrades = [
  (/** @type {IDBDatabase} */ db) => { db.createObjectStore('box', { keyPath: 'id' }); db.createObjectStore('keep'); },
  (/** @type {IDBDatabase} */ db) => { db.createObjectStore('hand', { keyPath: 'id' }); },
];

/**
 * @typedef {{rows: () => Promise<any[]>, row: (id: string) => Promise<any>,
 *   change: (id: string, act: (row: any) => any) => Promise<any>, get: (key: string) => Promise<any>,
 *   put: (key: string, value: any) => Promise<void>, hands: () => Promise<any[]>, putHand: (hand: any) => Promise<void>,
 *   wipe: () => Promise<void>, close: () => void}} Store
 */

/**
 * Opens the database; throws where the browser has none or it is full.
 * @param {IDBFactory} factory
 * @param {() => void} [superseded] told when a newer app wants the database
 * @param {number} [version] of the schema, for tests of the upgrade
 * @returns {Promise<Store>}
 */
export async function openStore(factory, superseded = () => {}, version = upgrades.length) {
  const request = factory.open(name, version);
  request.onupgradeneeded = (event) => {
    for (const step of upgrades.slice(event.oldVersion, version)) step(request.result);
  };
  const db = await asked(request);
  db.onversionchange = () => { db.close(); superseded(); };
  return storeOf(db);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function asked(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/**
 * Runs one transaction and waits until the disk has it.
 * @param {IDBDatabase} db
 * @param {string} place
 * @param {(store: IDBObjectStore, done: (value: any) => void) => void} act
 * @returns {Promise<any>}
 */
function written(db, place, act) {
  return new Promise((done, failed) => {
    let value;
    const transaction = /** @type {any} */ (db).transaction(place, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => done(value);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
    act(transaction.objectStore(place), (result) => { value = result; });
  });
}

/**
 * @param {IDBDatabase} db
 * @returns {Store}
 */
function storeOf(db) {
  const read = (/** @type {string} */ place) => db.transaction(place, 'readonly').objectStore(place);
  return {
    rows: () => asked(read('box').getAll()),
    row: (id) => asked(read('box').get(id)),
    change: (id, act) => written(db, 'box', (store, done) => {
      const request = store.get(id);
      request.onsuccess = () => {
        const row = act(request.result);
        done(row);
        if (row && row !== request.result) store.put(row);
      };
    }),
    get: (key) => asked(read('keep').get(key)),
    put: (key, value) => written(db, 'keep', (store) => { store.put(value, key); }),
    hands: () => asked(read('hand').getAll()),
    putHand: (hand) => written(db, 'hand', (store) => { store.put(hand); }),
    wipe: async () => {
      for (const place of ['box', 'hand', 'keep']) await written(db, place, (store) => { store.clear(); });
    },
    close: () => db.close(),
  };
}
