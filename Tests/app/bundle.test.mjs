import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { utf8 } from '../../Sources/Web/Assets/app/bytes.js'
import { judge, refresh, text } from '../../Sources/Web/Assets/app/bundle.js'
import { freshSigningKey, keyId } from '../../Sources/Web/Assets/app/keys.js'
import { sign } from '../../Sources/Web/Assets/app/seal.js'
import { Centre } from './support/standin.mjs'
import { memoryStore } from './support/memory.mjs'

const one = JSON.parse(readFileSync(new URL('samples/bundle.json', import.meta.url)))
const bytes = utf8(one.bundle), [head, line] = one.bundle.split('\n'), header = JSON.parse(head)
const changed = (more, content = line) => utf8(`${JSON.stringify({ ...header, ...more })}\n${content}\n`)
const pinned = one.key.public

test('takes the sample bundle', async () => {
  const { bundle } = await judge(bytes, pinned, 0)
  assert.equal(bundle.content.version, '2026.11.1')
  assert.equal(bundle.pinned, pinned)
})

test('refuses a wrong hash, signature, key, format and an older bundle', async () => {
  const other = await freshSigningKey()
  assert.deepEqual(await judge(changed({}, line.replace('2026', '2027')), pinned, 0), { fault: 'hash' })
  assert.deepEqual(await judge(changed({ hash: '0'.repeat(64) }), pinned, 0), { fault: 'hash' })
  assert.deepEqual(await judge(changed({ made: header.made + 1 }), pinned, 0), { fault: 'signature' })
  assert.deepEqual(await judge(changed({ version: '2099.1' }), pinned, 0), { fault: 'signature' })
  assert.deepEqual(await judge(bytes, other.point, 0), { fault: 'key' })
  assert.deepEqual(await judge(changed({ format: 2 }), pinned, 0), { fault: 'format' })
  assert.deepEqual(await judge(bytes, pinned, header.made), { fault: 'old' })
})

test('refuses a bundle that was cut anywhere', async () => {
  for (let length = 0; length < bytes.length; length += 1) {
    assert.ok('fault' in await judge(bytes.subarray(0, length), pinned, 0), `${length} bytes`)
  }
})

test('refuses a bundle with any bit turned', async () => {
  for (let at = 0; at < bytes.length; at += 1) {
    const turned = Uint8Array.from(bytes)
    turned[at] ^= 1
    const verdict = await judge(turned, pinned, 0)
    const harmless = 'bundle' in verdict && JSON.stringify(verdict.bundle.content) === line
    assert.ok('fault' in verdict || harmless, `byte ${at}`)
  }
})

async function signedBy(key, more = {}) {
  const signature = await sign(key.key, `ruta-bundle-1\n${header.version}\n${header.made}\n${header.hash}`)
  return changed({ key: await keyId(key.point), signature, ...more })
}

test('follows a chain of keys from the pinned one, wherever in the chain it stands, and no other', async () => {
  const [first, second, third, stranger] = await Promise.all([1, 2, 3, 4].map(freshSigningKey))
  const link = async (from, to) => ({ key: to.point, signature: await sign(from.key, `ruta-succession-1\n${to.point}`) })
  const succession = [await link(first, second), await link(second, third)], bundle = await signedBy(third, { succession })
  for (const key of [first, second, third]) {
    const verdict = await judge(bundle, key.point, 0)
    assert.equal(verdict.bundle.pinned, third.point)
  }
  assert.deepEqual(await judge(bundle, stranger.point, 0), { fault: 'key' })
  assert.deepEqual(await judge(await signedBy(third, { succession: [await link(stranger, third)] }), first.point, 0), { fault: 'key' })
})

test('the last good bundle stays whatever comes', async () => {
  const centre = await Centre.make(), content = { version: '2026.11.1', facts: [] }, keep = memoryStore()
  let body = await centre.bundle(content, 1000), ok = true
  const port = {
    keep, pinned: centre.signerPoint,
    fits: async ({ content: { facts } }) => { if (facts.includes('new')) throw new Error('rules') },
    fetch: async () => { if (!ok) throw new TypeError('offline'); return { ok: true, arrayBuffer: async () => utf8(body).buffer } },
  }
  assert.equal((await refresh(port)).word, 'new')
  assert.equal((await refresh(port)).word, 'same')
  body = body.replace('"facts":[]', '"facts":[1]')
  assert.equal((await refresh(port)).word, 'hash')
  ok = false
  assert.equal((await refresh(port)).word, 'offline')
  assert.equal((await keep.get('bundle')).content.version, '2026.11.1')
  ok = true
  body = await centre.bundle({ ...content, version: '2026.12.1' }, 2000)
  assert.equal((await refresh(port)).word, 'new')
  assert.equal((await keep.get('bundle')).content.version, '2026.12.1')
  body = await centre.bundle({ version: '2027.1.1', facts: ['new'] }, 3000)
  assert.equal((await refresh(port)).word, 'format', 'rules that this engine cannot follow')
  assert.equal((await keep.get('bundle')).content.version, '2026.12.1')
  assert.equal(text(utf8('a')), 'a')
})

test('a phone that changes its language takes the same catalogue in other words, and nothing older', async () => {
  const centre = await Centre.make(), keep = memoryStore(), asked = []
  const inWords = (language, made) => centre.bundle({ version: '2026.11.1', language, facts: [] }, made)
  let body = await inWords('es-PE', 1000)
  const port = {
    keep, pinned: centre.signerPoint, language: 'es-PE', fits: async () => {},
    fetch: async (path) => { asked.push(path); return { ok: true, arrayBuffer: async () => utf8(body).buffer } },
  }
  const outcome = async () => [(await refresh(port)).word, (await keep.get('bundle')).content.language]
  assert.deepEqual(await outcome(), ['new', 'es-PE'])
  port.language = 'en'
  assert.deepEqual(await outcome(), ['same', 'es-PE'], 'a server that answers in the old language')
  body = await inWords('en', 999)
  assert.deepEqual(await outcome(), ['same', 'es-PE'], 'older than what the phone has')
  body = await inWords('en', 1000)
  assert.deepEqual(await outcome(), ['new', 'en'])
  assert.deepEqual(await outcome(), ['same', 'en'])
  body = await inWords('es-PE', 1001)
  assert.deepEqual(await outcome(), ['new', 'es-PE'], 'newer numbers count for more than words')
  assert.deepEqual([...new Set(asked)], ['/app/paquete', '/app/paquete?idioma=en'])
})
