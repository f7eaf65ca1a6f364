// A stand-in for the server: it speaks docs/street-app.md and keeps everything in memory. Tests ask it what it holds.
// usage: node standin.mjs PORT CONTENT.json ENGINE.wasm [FOLDER with ruta.css, app/ and texts]
import { createServer } from 'node:http'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { text } from '../../../Sources/Web/Assets/app/bundle.js'
import { b64u, hex, unb64u, utf8 } from '../../../Sources/Web/Assets/app/bytes.js'
import { canonical } from '../../../Sources/Web/Assets/app/canonical.js'
import { open } from '../../../Sources/Web/Assets/app/unseal.js'
import { keyId, sha256, verify } from '../../../Sources/Web/Assets/app/keys.js'
import { sign } from '../../../Sources/Web/Assets/app/seal.js'

const assets = new URL('../../../Sources/Web/Assets/', import.meta.url)

/** What the centre knows: reports by id with every version that came in, devices, handovers. */
export class Centre {
  static async make() {
    const centre = new Centre()
    centre.intake = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
    centre.point = new Uint8Array(await crypto.subtle.exportKey('raw', centre.intake.publicKey))
    centre.signer = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
    centre.signerPoint = b64u(new Uint8Array(await crypto.subtle.exportKey('raw', centre.signer.publicKey)))
    return centre
  }

  constructor() {
    this.reports = new Map()
    this.devices = new Map()
    this.handovers = new Map()
    this.secrets = new Set(['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBA'])
    this.answers = []
    this.number = 4471
  }

  /** The bundle's two lines. */
  async bundle(content, made) {
    const line = canonical({ ...content, intake: { id: await keyId(b64u(this.point)), key: b64u(this.point) } })
    const hash = hex(await sha256(utf8(line))), version = content.version
    const signature = await sign(this.signer.privateKey, `ruta-bundle-1\n${version}\n${made}\n${hash}`)
    return `${canonical({ format: 1, hash, key: await keyId(this.signerPoint), made, signature, version })}\n${line}\n`
  }

  /** One sealed report: the answer with its status. */
  async report(envelope, now) {
    if (this.answers.length) return this.answers.shift()
    const { id, device, enc, box, sig } = envelope, about = `ruta-report-1\n${id}\n${device || '-'}`
    if (device && !this.devices.has(device)) return [422, { fault: 'unknown-device' }]
    if (device && this.devices.get(device).revoked) return [403, { fault: 'revoked' }]
    if (device && !(await verify(this.devices.get(device).key, sig, `${about}\n${enc}\n${box}`))) return [422, { fault: 'signature' }]
    let content
    try {
      const key = { key: this.intake.privateKey, point: this.point }
      const words = await open(key, { enc: unb64u(enc), box: unb64u(box) }, { info: utf8('ruta-report-1'), bound: utf8(about) })
      if (words.length % 256) return [422, { fault: 'content' }]
      content = JSON.parse(text(words))
    } catch { return [422, { fault: 'unreadable' }] }
    const held = this.reports.get(id) || { versions: [], receivedAt: now }
    const repeat = held.versions.some((one) => one.sent === content.sent)
    if (!repeat) held.versions.push(content)
    held.versions.sort((one, other) => one.sent - other.sent)
    this.reports.set(id, held)
    const code = `C-${id.slice(0, 6).toUpperCase()}`
    return [200, { code, id, receivedAt: held.receivedAt, remarks: device ? [] : ['unsigned'], repeat }]
  }

  enrol({ key, secret }) {
    if (!this.secrets.delete(secret)) return [422, { fault: 'secret' }]
    const device = (this.number++).toString(16).padStart(8, '0')
    this.devices.set(device, { key, revoked: false })
    return [200, {
      centre: { name: 'Central', phone: '105', sms: '+51900000000' }, device, district: '150101', expiresAt: Date.now() + 7776e6,
      label: 'S-4471', smsKey: b64u(new Uint8Array(32).fill(7)),
    }]
  }

  async handover(packet) {
    const offer = JSON.parse(packet.offer), answer = JSON.parse(packet.answer)
    const right = await verify(offer.key, packet.offerSignature, packet.offer) && await verify(answer.key, packet.answerSignature, packet.answer)
    if (!right || answer.offer !== hex(await sha256(utf8(packet.offer)))) return [422, { fault: 'signature' }]
    this.handovers.set(offer.id, { offer, answer })
    return [200, { id: offer.id }]
  }
}

async function serve(port, contentPath, enginePath) {
  const centre = await Centre.make(), content = JSON.parse(readFileSync(contentPath)), engine = readFileSync(enginePath)
  let version = 'v1'
  const modules = readdirSync(new URL('app/', assets)).filter((name) => name.endsWith('.js') && name !== 'sw.js')
  const folder = '/app/archivos/'
  const kept = () => ['/calle', '/horario-de-limpieza', '/app/motor.wasm', '/assets/ruta.css', ...modules.map((name) => folder + name)]
  const csp = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  const mark = '<svg viewBox="0 0 84 46" aria-hidden="true"><path d="M0 45H5C11 45 12 36 14 27 14 33 19 33 23 30 20 37 18 45 24 45 29 45 30 37 31 30 29 38 28 45 33 45 38 45 40 38 41 30 39 38 38 45 43 45 49 45 51 27 52 14 50 28 47 45 53 45 57 45 58 43 60 40 60 34 66 29 72 31 63 28 57 35 58 41 60 47 69 43 72 30 70 38 69 45 75 45H84M46 24H58"/></svg>'
  const shell = () => `<!doctype html><html lang="es-PE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="ruta-bundle-key" content="${centre.signerPoint}"><title>Ruta</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/ruta.css"><script type="module" src="${folder}app.js"></script></head><body class="street"><header class="bar"><span class="mark">${mark}<span class="hide">Ruta</span></span><p class="side"></p></header><main id="main" tabindex="-1"></main><script type="application/json">${JSON.stringify({ texts: content.texts }).replace(/</g, '\\u003c')}</script></body></html>`
  const answer = (response, status, type, body) => {
    response.writeHead(status, { 'content-type': type, 'content-security-policy': csp, 'cache-control': 'no-store' })
    response.end(body)
  }
  const json = (response, [status, body]) => answer(response, status, 'application/json; charset=utf-8', JSON.stringify(body))
  createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x')
    let body = ''
    for await (const part of request) body += part
    if (request.method === 'POST') {
      const said = body ? JSON.parse(body) : {}
      if (pathname === '/app/avisos') return json(response, await centre.report(said, Date.now()))
      if (pathname === '/app/equipos') return json(response, centre.enrol(said))
      if (pathname === '/app/entregas') return json(response, await centre.handover(said))
      if (pathname === '/prueba') { Object.assign(centre, said); if (said.version) version = said.version; return json(response, [200, { reports: [...centre.reports], handovers: [...centre.handovers] }]) }
    }
    if (pathname === '/calle') return answer(response, 200, 'text/html; charset=utf-8', shell())
    if (pathname === '/') return answer(response, 200, 'text/html; charset=utf-8', '<!doctype html><title>páginas del servidor</title>')
    if (pathname === '/horario-de-limpieza') return answer(response, 200, 'text/html; charset=utf-8', '<!doctype html><html lang="es"><title>Horario de limpieza</title><body class="plain"><h1>Horario de limpieza</h1>')
    if (pathname === '/app/motor.wasm') return answer(response, 200, 'application/wasm', engine)
    if (pathname === '/app/paquete') return answer(response, 200, 'application/octet-stream', await centre.bundle(content, content.made))
    if (pathname === '/assets/ruta.css') return answer(response, 200, 'text/css', readFileSync(new URL('ruta.css', assets)))
    if (pathname === '/sw.js') {
      const code = readFileSync(new URL('app/sw.js', assets), 'utf8').replace(/^const KEPT = .*$/m, `const KEPT = ${JSON.stringify({ files: kept(), version })};`)
      return answer(response, 200, 'text/javascript', code)
    }
    const name = pathname.slice(folder.length)
    if (pathname.startsWith(folder) && modules.includes(name)) return answer(response, 200, 'text/javascript', readFileSync(new URL(`app/${name}`, assets)))
    answer(response, 404, 'text/plain', 'no')
  }).listen(Number(port), '127.0.0.1', () => console.log('ready'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(...process.argv.slice(2))
