// An external signer: the bytes on standard input, signed with the key in a PEM file, on standard output. Ed25519 and ML-DSA hash by themselves; else SHA-256.
// usage: node sign.mjs KEY.pem
import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'

const key = createPrivateKey(readFileSync(process.argv[2]))
process.stdout.write(sign(/^(ed25519|ml-dsa-..)$/.test(key.asymmetricKeyType) ? null : 'sha256', readFileSync(0), key))
