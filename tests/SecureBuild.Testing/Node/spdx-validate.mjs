// Validates SPDX JSON files against the schema of their version as the SPDX project publishes it.
// usage: node spdx-validate.mjs SCHEMA FILE...   prints one line per violation; exit 3 if there was any.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const [schemaFile, ...files] = process.argv.slice(2)
const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
// 2.3 is of draft 7, 3.0.1 of draft 2020-12.
const Ajv = require(schema.$schema.includes('2020-12') ? 'ajv/dist/2020' : 'ajv')
const ajv = new Ajv({ allErrors: false, strict: false })
require('ajv-formats')(ajv)
const validate = ajv.compile(schema)

let bad = false
for (const file of files) {
  if (validate(JSON.parse(readFileSync(file, 'utf8')))) continue
  bad = true
  for (const error of validate.errors.slice(0, 20)) console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
}
process.exit(bad ? 3 : 0)
