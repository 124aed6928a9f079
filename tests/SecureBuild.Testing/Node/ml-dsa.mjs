// A key pair of ML-DSA, and signatures by it over random data of many lengths. Needs a Node.js over OpenSSL 3.5.
// usage: node ml-dsa.mjs ml-dsa-65|ml-dsa-87 PRIVATE_KEY.pem PUBLIC_KEY.pem COUNT
// prints COUNT lines "DATA SIGNATURE SIGNATURE_WITH_CONTEXT" in base64; the last is over the same data and a context, so it is another one.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { writeFileSync } from 'node:fs'

const [kind, privateFile, publicFile, count] = process.argv.slice(2)
const { privateKey, publicKey } = generateKeyPairSync(kind)
writeFileSync(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }))
for (let i = 0; i < Number(count); i++) {
  const data = randomBytes(i * 37)
  const signatures = [sign(null, data, privateKey), sign(null, data, { key: privateKey, context: Buffer.from('other') })]
  console.log([data, ...signatures].map(bytes => bytes.toString('base64')).join(' '))
}
