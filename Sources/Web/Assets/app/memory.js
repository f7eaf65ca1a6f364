// A store for browsers that refuse theirs: it lasts as long as the page, and the app says so.
// @ts-check

/**
 * The same as store.js offers.
 * @returns {import('./store.js').Store}
 */
export function memoryStore() {
  const box = new Map(), keep = new Map(), hand = new Map();
  return {
    rows: async () => Array.from(box.values()), row: async (id) => box.get(id),
    change: async (id, act) => {
      const row = act(box.get(id));
      if (row) box.set(id, row);
      return row;
    },
    get: async (key) => keep.get(key), put: async (key, value) => { keep.set(key, value); },
    hands: async () => Array.from(hand.values()), putHand: async (one) => { hand.set(one.id, one); },
    wipe: async () => { box.clear(); keep.clear(); hand.clear(); }, close: () => {},
  };
}
