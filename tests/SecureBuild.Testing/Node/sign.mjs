// An external signer: the bytes on standard input, signed with the key in a PEM file, on standard output. Ed25519 hashes by itself; else SHA-256.
// usage: node sign.mjs KEY.pem
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

const key = createPrivateKey(readFileSync(process.argv[2]))
process.stdout.write(sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', readFileSync(0), key))
