// Opens the pages of a folder in a browser and tells, as JSON, what a reader would see of them.
// usage: node report.mjs BROWSER FOLDER      the folder has portal.html, hostile.html, large.html, unknown.html and gets portal.pdf
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [executablePath, folder] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// The tests may run as root, in a container.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const events = []
  page.on('console', message => events.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', error => events.push(`error: ${error.message}`))
  page.on('dialog', dialog => { events.push(`dialog: ${dialog.message()}`); dialog.dismiss() })
  const own = pathToFileURL(join(folder, name + '.html')).href
  page.on('request', request => { if (request.url() !== own) events.push(`request: ${request.url()}`) })
  await page.addInitScript(() => addEventListener('securitypolicyviolation', event => (window.violations ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`)))
  await page.goto(own)
  return { page, events, close: () => context.close() }
}
const events = async ({ page, events }) => [...events, ...(await page.evaluate(() => window.violations ?? [])).map(text => `policy: ${text}`)]
const visible = (page, selector) => page.evaluate(selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility()).map(element => element.innerText.trim()), selector)
const width = page => page.evaluate(() => document.documentElement.scrollWidth)

async function accessibility(name, colorScheme, language) {
  const { page, close } = await open(name, { colorScheme })
  await page.click(`[data-language=${language}]`)
  // What is behind a click is looked at, too.
  await page.evaluate(() => { for (const part of [...document.querySelectorAll('details')].slice(0, 60)) part.open = true })
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }))
  await close()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`)
}

async function languages() {
  const { page, close } = await open('portal')
  const look = async () => ({
    lang: await page.evaluate(() => document.documentElement.lang), title: await page.title(), heading: (await visible(page, '#controls h2'))[0], label: await page.getAttribute('#controls .table', 'aria-label'),
    pressed: await page.getAttribute('[data-language=ja]', 'aria-pressed'), option: await page.evaluate(() => document.querySelector('#by-licence option').textContent),
  })
  const result = { en: await look() }
  await page.click('[data-language=ja]')
  result.ja = await look()
  result.kept = await page.evaluate(() => document.cookie.length + (location.hash ? 1 : 0))
  await close()
  return result
}

// From the top of the page with nothing but keys.
async function keyboard() {
  const { page, close } = await open('portal')
  const focused = () => page.evaluate(() => { const element = document.activeElement; return `${element.tagName.toLowerCase()}${element.id ? '#' + element.id : ''}.${element.getAttribute('class') ?? ''} ${element.getAttribute('role') ?? ''}` })
  const until = async (wanted, most) => {
    for (let pressed = 0; pressed < most; pressed++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(selector => document.activeElement.matches(selector), wanted)) return true
    }
    return false
  }
  const result = {}
  await page.keyboard.press('Tab')
  result.first = await focused()
  result.outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
  await page.keyboard.press('Enter')
  result.tab = await until('[role=tab]', 60)
  await page.keyboard.press('ArrowRight')
  result.framework = await page.evaluate(() => document.activeElement.getAttribute('aria-controls'))
  result.shown = await page.evaluate(() => [...document.querySelectorAll('.framework')].filter(panel => !panel.hidden).map(panel => panel.id).join())
  await page.keyboard.press('Home')
  result.cell = await until('.cell', 30)
  await page.keyboard.press('Enter')
  result.opened = await focused()
  result.evidence = await page.evaluate(() => document.activeElement.parentElement.querySelector('.inside .table')?.checkVisibility() ?? false)
  result.search = await until('#search', 500)
  await page.keyboard.type('component0001')
  result.matches = await page.textContent('#matches')
  await page.keyboard.press('Enter')
  result.chosen = await page.textContent('#chosen h3')
  await page.keyboard.press('Tab')
  result.neighbour = await until('#graph [role=button]', 5)
  await page.keyboard.press('Enter')
  result.moved = await page.textContent('#chosen h3')
  await close()
  return result
}

async function explorer() {
  const { page, close } = await open('large')
  const result = { matches: await page.textContent('#matches'), rows: await page.locator('#rows > div').count(), elements: await page.evaluate(() => document.querySelectorAll('*').length) }
  await page.evaluate(() => { const list = document.querySelector('#list'); list.scrollTop = list.scrollHeight })
  await page.waitForFunction(() => document.querySelector('#rows > div:last-child').getAttribute('aria-posinset') === document.querySelector('#rows > div:last-child').getAttribute('aria-setsize'))
  result.last = await page.textContent('#rows > div:last-child .name')
  result.nodes = await page.locator('#graph rect').count()
  const by = async (name, value) => { await page.selectOption('#by-' + name, value); const text = await page.textContent('#matches'); await page.selectOption('#by-' + name, ''); return text }
  result.licence = await by('licence', '=MIT')
  result.unlicensed = await by('licence', '?')
  result.country = await by('country', '=JP')
  result.vulnerable = await by('vulnerability', 'hit')
  await page.click('#graph [role=button]')
  result.path = (await visible(page, '#chosen .path'))[0]
  await close()
  return result
}

async function hostile() {
  const opened = await open('hostile')
  const { page, close } = opened
  await page.click('[data-language=ja]')
  for (const value of await page.evaluate(() => [...document.querySelectorAll('#by-supplier option')].map(option => option.value))) await page.selectOption('#by-supplier', value)
  await page.selectOption('#by-supplier', '')
  for (let down = 0; down < 60; down++) await page.press('#list', 'ArrowDown')
  await page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true })
  const result = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return {
      pwned: window.pwned ?? null,
      elements: [...new Set(all.map(element => element.localName))].sort(),
      scripts: document.scripts.length, styles: document.querySelectorAll('style').length, sections: document.querySelectorAll('main > section').length,
      // Only the script places anything by style: the rows of the list.
      handlers: all.flatMap(element => element.getAttributeNames().filter(name => /^on|^srcdoc$|^src$/.test(name) || (name === 'style' && !element.closest('#list')))),
      links: [...new Set(all.filter(element => element.localName === 'a').map(element => element.protocol + (element.username ? '@' : '')))].sort(),
      text: document.body.innerText.includes('<script>window.pwned=1</script>'),
    }
  })
  result.events = await events(opened)
  await close()
  return result
}

async function paper() {
  const { page, close } = await open('portal', { colorScheme: 'dark' })
  await page.click('[data-language=ja]')
  const shut = await page.evaluate(() => document.querySelectorAll('details:not([open])').length)
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  writeFileSync(join(folder, 'portal.pdf'), pdf)
  const after = await page.evaluate(() => document.querySelectorAll('details:not([open])').length)
  await page.emulateMedia({ media: 'print' })
  const result = {
    shut, after, bytes: pdf.length, pages: (pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/gi) ?? []).length, fonts: (pdf.toString('latin1').match(/\/FontDescriptor/g) ?? []).length,
    // The named page whose margin carries the mark of a draft.
    sheet: await page.evaluate(() => getComputedStyle(document.body).page),
    background: await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
    hidden: await page.evaluate(() => [...document.querySelectorAll('.control .inside, .open ul, .names p')].filter(element => element.getBoundingClientRect().height === 0).length),
    buttons: (await visible(page, '.tools button, nav a, #list')).length,
  }
  await close()
  return result
}

async function scriptless() {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(folder, 'portal.html')).href)
  const result = { panels: await page.locator('.framework').evaluateAll(all => all.filter(panel => panel.checkVisibility()).length).catch(() => -1), text: await page.locator('#overview').innerText(), tools: await page.locator('.tools').isVisible() }
  await context.close()
  return result
}

async function narrow(name) {
  const opened = await open(name, { viewport: { width: 320, height: 640 } })
  const result = await width(opened.page)
  await opened.page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true })
  const wide = await width(opened.page)
  await opened.close()
  return Math.max(result, wide)
}

const plain = {}
for (const name of ['portal', 'large', 'unknown']) { const opened = await open(name); plain[name] = await events(opened); await opened.close() }
const result = {
  plain, languages: await languages(), keyboard: await keyboard(), explorer: await explorer(), hostile: await hostile(), paper: await paper(), scriptless: await scriptless(),
  narrow: { portal: await narrow('portal'), hostile: await narrow('hostile') }, accessibility: {},
}
for (const [name, scheme, language] of [['portal', 'light', 'en'], ['portal', 'dark', 'ja'], ['portal', 'light', 'ja'], ['portal', 'dark', 'en'], ['unknown', 'light', 'en']])
  result.accessibility[`${name} ${scheme} ${language}`] = await accessibility(name, scheme, language)
await browser.close()
console.log(JSON.stringify(result))
