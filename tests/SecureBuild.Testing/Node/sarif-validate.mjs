// Validates SARIF files against the schema of SARIF 2.1.0 as packaged by Microsoft's SARIF tools.
// usage: node sarif-validate.mjs FILE...   prints one line per violation; exit 3 if there was any.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const entry = require.resolve('@microsoft/jest-sarif')
const schema = JSON.parse(readFileSync(join(dirname(entry), 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'))
// The schema is of draft 4, which the validator's newer versions no longer read; the package brings one that does.
const inner = createRequire(entry)
const Ajv = inner('ajv')
const ajv = new Ajv({ schemaId: 'id', allErrors: true })
ajv.addMetaSchema(inner('ajv/lib/refs/json-schema-draft-04.json'))
const validate = ajv.compile(schema)

let bad = false
for (const file of process.argv.slice(2)) {
  if (validate(JSON.parse(readFileSync(file, 'utf8')))) continue
  bad = true
  for (const error of validate.errors) console.log(`${file}: ${error.dataPath} ${error.message} ${JSON.stringify(error.params)}`)
}
process.exit(bad ? 3 : 0)
