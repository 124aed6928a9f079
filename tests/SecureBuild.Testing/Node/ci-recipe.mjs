// Reads a CI recipe as its platform does: GitHub's workflow parser, GitLab's schema, a grammar of Groovy, YAML and the step kinds of Azure Pipelines.
// usage: node ci-recipe.mjs github|azure|gitlab|jenkins FILE   prints {"errors": […], "commands": [{"job", "run", "env", "interpolated"}]}
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire, register } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'

const [platform, file] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const require = createRequire(import.meta.url)
const errors = []
const commands = []

const lines = script => [script].flat().flatMap(part => part.split('\n')).filter(line => line.trim() !== '')

function yaml () {
  const documents = parseAllDocuments(text)
  for (const document of documents) errors.push(...document.errors.map(String), ...document.warnings.map(String))
  return documents[0].toJS()
}

async function github () {
  yaml()
  // The parser is made for bundlers, which need no attribute to import JSON.
  register('data:text/javascript,' + encodeURIComponent('export const load = (url, context, next) => next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context)'))
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser')
  const parsed = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter())
  errors.push(...parsed.context.errors.getErrors().map(error => error.message))
  if (!parsed.value) return
  const workflow = await convertWorkflowTemplate(parsed.context, parsed.value)
  errors.push(...(workflow.errors ?? []).map(error => error.Message))
  const source = yaml()
  for (const [name, job] of Object.entries(source.jobs))
    for (const step of job.steps)
      if (step.run) for (const run of lines(step.run)) commands.push({ job: name, run, env: Object.keys(step.env ?? {}), interpolated: run.includes('${{') })
}

function azure () {
  const known = { script: ['displayName', 'env', 'condition'], task: ['inputs', 'name', 'displayName', 'condition'], checkout: ['persistCredentials'], publish: ['artifact', 'displayName', 'condition'] }
  const pipeline = yaml()
  const expect = (holds, what) => holds || errors.push(what)
  for (const key of Object.keys(pipeline)) expect(['trigger', 'pr', 'variables', 'pool', 'jobs'].includes(key), `unknown: ${key}`)
  const names = pipeline.jobs.map(job => job.job)
  for (const job of pipeline.jobs) {
    for (const key of Object.keys(job)) expect(['job', 'dependsOn', 'condition', 'steps'].includes(key), `${job.job}: unknown: ${key}`)
    expect(!job.dependsOn || names.includes(job.dependsOn), `${job.job}: depends on ${job.dependsOn}`)
    for (const step of job.steps) {
      const [kind, ...others] = Object.keys(step)
      expect(known[kind] && others.every(key => known[kind].includes(key)), `${job.job}: ${JSON.stringify(step)}`)
      expect(kind !== 'task' || /^\w+@\d+$/.test(step.task), `${job.job}: ${step.task}`)
      if (kind === 'script') for (const run of lines(step.script)) commands.push({ job: job.job, run, env: Object.keys(step.env ?? {}), interpolated: /\$[([]/.test(run) })
    }
  }
}

function gitlab () {
  const pipeline = yaml()
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
  try {
    copyFileSync(file, join(folder, '.gitlab-ci.yml'))
    for (const git of [['init', '-q'], ['add', '-A'], ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', 'Recipe'], ['remote', 'add', 'origin', 'git@git.example.invalid:a/b.git']])
      execFileSync('git', git, { cwd: folder })
    // Node 20 has no union of sets.
    const older = 'data:text/javascript,' + encodeURIComponent('Set.prototype.union ??= function (other) { return new Set([...this, ...other]) }')
    execFileSync(process.execPath, ['--import', older, join(dirname(require.resolve('gitlab-ci-local/package.json')), 'dist/index.js'), '--list-json', '--cwd', '.'], { cwd: folder, stdio: 'pipe' })
  } catch (error) {
    errors.push(String(error.stderr ?? error))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const [name, job] of Object.entries(pipeline))
    if (job.script) for (const run of lines(job.script)) commands.push({ job: name, run, env: [], interpolated: run.includes('$[[') })
}

async function jenkins () {
  const { Language, Parser } = await import('web-tree-sitter')
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-groovy/tree-sitter-groovy.wasm')))
  visit(parser.parse(text).rootNode, '', [])

  function visit (node, stage, env) {
    if (node.isError || node.isMissing) errors.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`)
    const called = /call|invocation/.test(node.type) ? node.childForFieldName('name')?.text : undefined
    if (called === 'stage') stage = node.childForFieldName('arguments').text.replace(/[()'"]/g, '')
    if (called === 'withCredentials') env = [...node.childForFieldName('arguments').text.matchAll(/variable: '(\w+)'/g)].map(match => match[1])
    if (called === 'sh') {
      const argument = (node.childForFieldName('args') ?? node.childForFieldName('arguments')).text
      for (const run of lines(argument.slice(1, -1))) commands.push({ job: stage, run, env, interpolated: !argument.startsWith("'") })
    }
    for (const child of node.children) visit(child, stage, env)
  }
}

await { github, azure, gitlab, jenkins }[platform]()
console.log(JSON.stringify({ errors, commands }))
