// A phone's store in memory, and an IndexedDB small enough to read, for tests without a browser.

/** The same as openStore gives, without a disk. `disk` outlives a crash. */
export function memoryStore(disk = { box: new Map(), keep: new Map(), hand: new Map() }) {
  const copy = (value) => (value === undefined ? undefined : structuredClone(value))
  return {
    disk,
    rows: async () => [...disk.box.values()].map(copy),
    row: async (id) => copy(disk.box.get(id)),
    change: async (id, act) => {
      const row = act(copy(disk.box.get(id)))
      if (row) disk.box.set(id, copy(row))
      return row
    },
    get: async (key) => copy(disk.keep.get(key)),
    put: async (key, value) => void disk.keep.set(key, copy(value)),
    hands: async () => [...disk.hand.values()].map(copy),
    putHand: async (hand) => void disk.hand.set(hand.id, copy(hand)),
    wipe: async () => { for (const part of Object.values(disk)) part.clear() },
    close: () => {},
  }
}

/** Calls back on the next turn, as a browser does. */
const soon = (act) => setImmediate(act)

/** A factory with what store.js uses: versions, stores with and without a key path, requests, transactions. */
export function smallIndexedDB() {
  const databases = new Map()
  return {
    databases,
    open(name, version) {
      const request = {}
      soon(() => {
        const kept = databases.get(name) || { version: 0, stores: new Map() }
        databases.set(name, kept)
        if (kept.version > version) { request.error = new Error('VersionError'); return request.onerror() }
        const oldVersion = kept.version
        request.result = database(kept)
        if (oldVersion < version) { kept.version = version; request.onupgradeneeded({ oldVersion }) }
        request.onsuccess()
      })
      return request
    },
  }
}

function database(kept) {
  return {
    createObjectStore(name, options = {}) { kept.stores.set(name, { path: options.keyPath, rows: new Map() }) },
    transaction(name, mode, options) {
      const transaction = { durability: options?.durability, error: null }
      if (kept.full && mode === 'readwrite') {
        soon(() => { transaction.error = Object.assign(new Error('full'), { name: 'QuotaExceededError' }); transaction.onabort() })
        return Object.assign(transaction, { objectStore: () => objectStore({ rows: new Map() }, () => {}) })
      }
      if (mode === 'readwrite') { kept.durabilities = [...(kept.durabilities || []), options?.durability] }
      let open = 0
      const ended = () => soon(() => { if (--open === 0) transaction.oncomplete?.() })
      transaction.objectStore = () => objectStore(kept.stores.get(name), (act) => { open += 1; soon(() => { act(); ended() }) })
      return transaction
    },
    close() {},
  }
}

function objectStore(store, run) {
  const request = (act) => {
    const asked = {}
    run(() => { asked.result = act(); asked.onsuccess?.() })
    return asked
  }
  return {
    get: (key) => request(() => structuredClone(store.rows.get(key))),
    getAll: () => request(() => [...store.rows.values()].map((row) => structuredClone(row))),
    put: (row, key) => request(() => { store.rows.set(store.path ? row[store.path] : key, structuredClone(row)) }),
    delete: (key) => request(() => { store.rows.delete(key) }),
    clear: () => request(() => { store.rows.clear() }),
  }
}
