// Opens forms in a browser, as on a screen and as on paper, and tells, as JSON by file name, what a reader would meet. Each NAME.html gets a NAME.pdf beside it.
// usage: node form.mjs BROWSER FILE...
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [executablePath, ...files] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// The tests may run as root, in a container.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const result = {}
for (const file of files) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const own = pathToFileURL(file).href
  const events = []
  page.on('console', message => events.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', error => events.push(`error: ${error.message}`))
  page.on('dialog', dialog => { events.push(`dialog: ${dialog.message()}`); dialog.dismiss() })
  page.on('request', request => { if (request.url() !== own) events.push(`request: ${request.url()}`) })
  await page.goto(own)
  const seen = await page.evaluate(() => ({
    elements: [...new Set([...document.querySelectorAll('*')].map(element => element.localName))],
    attributes: [...new Set([...document.querySelectorAll('*')].flatMap(element => element.getAttributeNames()))],
    bordered: getComputedStyle(document.querySelector('.items td')).borderTopStyle,
    mark: document.querySelector('.mark').innerText,
    rows: document.querySelectorAll('.items tbody tr').length,
  }))
  await page.setViewportSize({ width: 360, height: 740 })
  seen.phone = await page.evaluate(() => document.documentElement.scrollWidth)
  // Evaluated from outside: the page itself lets no script in.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }))
  seen.violations = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)
  await page.pdf({ path: file.replace(/\.html$/, '.pdf'), preferCSSPageSize: true })
  result[basename(file)] = { ...seen, events }
  await page.close()
}
await browser.close()
console.log(JSON.stringify(result))
