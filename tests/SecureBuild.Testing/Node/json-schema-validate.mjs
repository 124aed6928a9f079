// Validates JSON against a JSON Schema (2020-12). A file ending in .jsonl is read line by line.
// usage: node json-schema-validate.mjs SCHEMA FILE...   prints one line per violation; exit 1 if there was any.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const Ajv2020 = createRequire(import.meta.url)('ajv/dist/2020')

const [schema, ...files] = process.argv.slice(2)
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')))

let bad = false
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  for (const document of file.endsWith('.jsonl') ? text.trimEnd().split('\n') : [text]) {
    if (validate(JSON.parse(document))) continue
    bad = true
    for (const error of validate.errors) console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`)
  }
}
process.exit(bad ? 1 : 0)
