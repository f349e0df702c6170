/**
 * Makes the pictures of the READMEs from `directive-parse demo`: what the terminal says, the list and one document of the
 * review page, in both languages. Needs chromium. Run it after a change of the page: `npm run pictures`.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import sharp from 'sharp'

const PICTURES = resolve('docs/pictures')
const COMMAND = resolve('bin/directive-parse.js')
/** A screen of an office. */
const SCREEN = { width: 1366, height: 768 }
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const terminal = (text) =>
  `<body style="margin:0"><pre style="display:inline-block;margin:0;padding:16px;background:#16181d;color:#e6e6e6;font:14px/1.35 'DejaVu Sans Mono',FreeMono,monospace">${escaped(text)}</pre>`

const run = promisify(execFile)
await mkdir(PICTURES, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const save = async (name, picture) =>
  sharp(picture)
    .png({ palette: true, colours: 64, effort: 10 })
    .toFile(join(PICTURES, `${name}.png`))

for (const language of ['en', 'vi']) {
  const page = await browser.newPage({ viewport: SCREEN, locale: language === 'vi' ? 'vi-VN' : 'en-GB' })
  const demo = ['demo', language, '--lang', language]
  const { stdout } = await run(process.execPath, [COMMAND, ...demo], { cwd: folder })
  await page.setContent(terminal(`$ directive-parse demo\n${stdout}`))
  await save(`terminal.${language}`, await page.locator('pre').screenshot())
  await page.goto(pathToFileURL(join(folder, language, 'review.html')).href)
  await page.waitForSelector('.row')
  await save(`list.${language}`, await page.screenshot())
  await page.locator('.row', { hasText: '418' }).click()
  await page.waitForSelector('.field.active')
  await save(`document.${language}`, await page.screenshot())
}
await browser.close()
await rm(folder, { recursive: true })
