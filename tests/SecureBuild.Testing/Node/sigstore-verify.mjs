// Verifies Sigstore bundles offline, with a public key and nothing else: no certificate, no transparency log, no timestamp.
// usage: node sigstore-verify.mjs PUBLIC_KEY.pem BUNDLE...   prints "verified NAME" or "rejected NAME: why" per bundle; exit 1 if any was rejected.
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'

const require = createRequire(import.meta.url)
const { bundleFromJSON } = require('@sigstore/bundle')
const { Verifier, toSignedEntity } = require('@sigstore/verify')

const [keyFile, ...bundles] = process.argv.slice(2)
const publicKey = createPublicKey(readFileSync(keyFile))
const trust = {
  certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [],
  publicKey: () => ({ publicKey, validFor: () => true }),
}
const verifier = new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 })

let bad = false
for (const file of bundles) {
  try {
    verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(readFileSync(file, 'utf8')))))
    console.log(`verified ${basename(file)}`)
  } catch (error) {
    bad = true
    console.log(`rejected ${basename(file)}: ${error.name} ${error.code ?? ''} ${error.message}`)
  }
}
process.exit(bad ? 1 : 0)
