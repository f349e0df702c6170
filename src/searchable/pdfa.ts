/** PDF/A-2b by Ghostscript, where it is installed: fonts, colours and metadata as the archives' form asks for them. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentTitle } from './document-title.ts'

export async function hasGhostscript(): Promise<boolean> {
  return run(['--version'], 20).then(
    () => true,
    () => false,
  )
}

/** Images are handed through as they are: nothing is drawn anew and nothing made smaller. */
const OPTIONS = [
  '-q',
  '-dBATCH',
  '-dNOPAUSE',
  '-dSAFER',
  '-sDEVICE=pdfwrite',
  '-dPDFA=2',
  '-dPDFACompatibilityPolicy=1',
  '-dAutoRotatePages=/None',
  '-sColorConversionStrategy=RGB',
  '-dPassThroughJPEGImages=true',
  '-dPassThroughJPXImages=true',
  '-dDownsampleColorImages=false',
  '-dDownsampleGrayImages=false',
  '-dDownsampleMonoImages=false',
  '-dAutoFilterColorImages=false',
  '-dAutoFilterGrayImages=false',
  '-dColorImageFilter=/FlateEncode',
  '-dGrayImageFilter=/FlateEncode',
  '-dCompatibilityLevel=1.7',
]

/** @throws Error with what Ghostscript said. */
export async function toPdfa(bytes: Uint8Array, title: DocumentTitle, seconds: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'directive-parse-'))
  try {
    const place = (name: string) => join(folder, name)
    const [input, definition, output] = [place('in.pdf'), place('pdfa.ps'), place('out.pdf')]
    await writeFile(input, bytes)
    const profile = join(folder, 'srgb.icc')
    await writeFile(profile, await colourProfile())
    await writeFile(definition, definitionOf(profile))
    await run([...OPTIONS, `--permit-file-read=${profile}`, `-sOutputFile=${output}`, definition, input], seconds)
    return await withTitle(await readFile(output), title)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** sRGB, as the image library carries it: Debian's Ghostscript has none inside. */
async function colourProfile(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
  const { icc } = await sharp(await dot.withIccProfile('srgb').png().toBuffer()).metadata()
  if (!icc) throw new Error('no colour profile')
  return icc
}

/** The output intent that PDF/A needs. */
const definitionOf = (profile: string) => `%!
[/_objdef {profile} /type /stream /OBJ pdfmark
[{profile} << /N 3 >> /PUT pdfmark
[{profile} (${profile.replace(/[\\()]/g, '\\$&')}) (r) file /PUT pdfmark
[/_objdef {intent} /type /dict /OBJ pdfmark
[{intent} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {profile} /OutputConditionIdentifier (sRGB) >> /PUT pdfmark
[{Catalog} << /OutputIntents [{intent}] >> /PUT pdfmark
`

/** Title and author again, in Info and XMP alike: Ghostscript drops every text that is not Latin. */
async function withTitle(bytes: Uint8Array, title: DocumentTitle): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const { tellInfo } = await import('./write-layer.ts')
  const { descriptionOf } = await import('./xmp.ts')
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  tellInfo(document, title)
  document.convertToPDFA({ conformance: '2B', extensions: [descriptionOf(title)] })
  return document.save({ useObjectStreams: true, updateFieldAppearances: false })
}

function run(options: string[], seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('gs', options, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said = (said + data).slice(-4000)))
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve(said)
      else reject(new Error(`Ghostscript: ${said.trim().split('\n').at(-1) ?? code}`))
    })
  })
}
