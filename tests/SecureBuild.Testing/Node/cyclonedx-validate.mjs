// Validates CycloneDX JSON files against the official schema as packaged by the CycloneDX project.
// usage: node cyclonedx-validate.mjs VERSION FILE...   prints one line per violation; exit 3 if there was any.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const Ajv = require('ajv')
const addFormats = require('ajv-formats')
const addDraft2019Formats = require('ajv-formats-draft2019')
const schemas = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema')
const schema = name => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'))

const [version, ...files] = process.argv.slice(2)
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true })
addFormats(ajv)
addDraft2019Formats(ajv, { formats: ['idn-email'] })
ajv.addFormat('iri-reference', { validate: text => !/[\s<>"{}|\\^`]/u.test(text) && !/%(?![0-9A-Fa-f]{2})/u.test(text) })
for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
const validate = ajv.compile(schema(`bom-${version}`))

let bad = false
for (const file of files) {
  if (validate(JSON.parse(readFileSync(file, 'utf8')))) continue
  bad = true
  for (const error of validate.errors) console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}
process.exit(bad ? 3 : 0)
