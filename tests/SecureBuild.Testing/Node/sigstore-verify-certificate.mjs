// Verifies Sigstore bundles that carry a certificate and a time stamp, offline, under given roots.
// usage: node sigstore-verify-certificate.mjs CA_CHAIN.pem TSA_CHAIN.pem SUBJECT_ALTERNATIVE_NAME BUNDLE...   (TSA_CHAIN: the authority's own certificate first)
// prints "verified NAME" or "rejected NAME: why" per bundle; exit 1 if any was rejected.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'

const require = createRequire(import.meta.url)
const { bundleFromJSON } = require('@sigstore/bundle')
const { X509Certificate } = require('@sigstore/core')
const { Verifier, toSignedEntity } = require('@sigstore/verify')

const always = { start: new Date(0), end: new Date(8640000000000000) }
const authority = file => ({ certChain: readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g).map(pem => X509Certificate.parse(pem)), validFor: always })

const [ca, tsa, name, ...bundles] = process.argv.slice(2)
const trust = { certificateAuthorities: [authority(ca)], timestampAuthorities: [authority(tsa)], tlogs: [], ctlogs: [], publicKey: () => { throw new Error('no key') } }
const verifier = new Verifier(trust, { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 1 })

let bad = false
for (const file of bundles) {
  try {
    verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(readFileSync(file, 'utf8')))), { subjectAlternativeName: name })
    console.log(`verified ${basename(file)}`)
  } catch (error) {
    bad = true
    console.log(`rejected ${basename(file)}: ${error.name} ${error.code ?? ''} ${error.message}`)
  }
}
process.exit(bad ? 1 : 0)
