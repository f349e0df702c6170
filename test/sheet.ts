/**
 * Draws the pages that reader tests need, as PNG or as PDF, from one list of texts, in a font that the tests bring.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas'

/** One text: `x` is its left edge, or its middle where it is centred; `y` its baseline; points on A4. */
export interface Mark {
  text: string
  x: number
  y: number
  size?: number
  bold?: boolean
  centred?: boolean
}

const WIDTH = 595
const HEIGHT = 842

/** A letter of a made-up district office: header and footer in two columns, baselines a little apart. */
export const LETTER: Mark[] = [
  { text: 'ỦY BAN NHÂN DÂN', x: 160, y: 70, size: 13, centred: true },
  { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', x: 400, y: 71, size: 13, bold: true, centred: true },
  { text: 'HUYỆN TÂN LẬP', x: 160, y: 86, size: 13, bold: true, centred: true },
  { text: 'Độc lập - Tự do - Hạnh phúc', x: 400, y: 88, size: 14, bold: true, centred: true },
  { text: 'Số: 15/CT-UBND', x: 160, y: 114, size: 13, centred: true },
  { text: 'Tân Lập, ngày 12 tháng 3 năm 2021', x: 400, y: 112, size: 14, centred: true },
  { text: 'CHỈ THỊ', x: 297, y: 150, size: 14, bold: true, centred: true },
  { text: 'Về việc tăng cường phòng cháy rừng', x: 297, y: 168, size: 14, bold: true, centred: true },
  { text: 'Để chủ động phòng cháy rừng trong mùa khô, Chủ tịch', x: 120, y: 205, size: 14 },
  { text: 'Ủy ban nhân dân huyện yêu cầu các xã thực hiện ngay các việc sau:', x: 85, y: 222, size: 14 },
  { text: '1. Hạt Kiểm lâm trực cháy suốt ngày đêm.', x: 120, y: 246, size: 14 },
  { text: '2. Các xã báo cáo trước ngày 30 tháng 3 năm 2021.', x: 120, y: 270, size: 14 },
  { text: 'Nơi nhận:', x: 85, y: 310, size: 12, bold: true },
  { text: 'CHỦ TỊCH', x: 420, y: 311, size: 14, bold: true, centred: true },
  { text: '- Các xã;', x: 85, y: 325, size: 12 },
  { text: '- Lưu: VT.', x: 85, y: 339, size: 12 },
  { text: 'Trần Văn Mẫu', x: 420, y: 400, size: 14, bold: true, centred: true },
]

/** What lies over print: a seal, a stamp, a pen. Points on A4. */
export type Ink = (context: SKRSContext2D) => void

const RED = '#d22030'
const BLUE = '#2038b0'

/** A round seal with a ring of letters, its middle at a point. */
export function seal(x: number, y: number, { colour = RED, radius = 48 } = {}): Ink {
  return (context) => {
    context.strokeStyle = context.fillStyle = colour
    for (const [share, width] of [
      [1, 2.4],
      [0.93, 0.8],
      [0.62, 0.8],
    ] as const) {
      context.lineWidth = width
      context.beginPath()
      context.arc(x, y, radius * share, 0, 2 * Math.PI)
      context.stroke()
    }
    context.font = `bold 9px "${FONT}"`
    context.textAlign = 'center'
    for (const [index, letter] of [...'ỦY BAN NHÂN DÂN HUYỆN TÂN LẬP ★ '].entries()) {
      context.save()
      context.translate(x, y)
      context.rotate((index / 32) * 2 * Math.PI)
      context.fillText(letter, 0, -radius * 0.72)
      context.restore()
    }
    context.font = `34px "${FONT}"`
    context.fillText('★', x, y + 12)
  }
}

/** A framed stamp, its middle at a point, turned by degrees; one line of `text` below the other. */
export function stamp(
  lines: string[],
  x: number,
  y: number,
  { colour = RED, degrees = 0, size = 15, width = 100 } = {},
): Ink {
  return (context) => {
    context.save()
    context.translate(x, y)
    context.rotate((degrees * Math.PI) / 180)
    context.strokeStyle = context.fillStyle = colour
    context.lineWidth = 1.8
    const height = lines.length * size * 1.3 + 8
    context.strokeRect(-width / 2, -height / 2, width, height)
    context.font = `bold ${size}px "${FONT}"`
    context.textAlign = 'center'
    for (const [index, line] of lines.entries())
      context.fillText(line, 0, -height / 2 + size * (1.3 * index + 1.15) + 2)
    context.restore()
  }
}

/** A pen's way through points. */
export function pen(points: [number, number][], { colour = BLUE, width = 1.6 } = {}): Ink {
  return (context) => {
    context.strokeStyle = colour
    context.lineWidth = width
    context.lineCap = context.lineJoin = 'round'
    context.beginPath()
    for (const [x, y] of points) context.lineTo(x, y)
    context.stroke()
  }
}

/** Two digits as a hand writes them, taller than print and over its base; the left one's foot at a point. */
export const handwritten = (x: number, y: number): Ink[] => [
  pen([
    [x, y - 11],
    [x + 4, y - 15],
    [x + 7, y - 11],
    [x + 2, y - 4],
    [x - 1, y + 3],
    [x + 8, y + 1],
  ]),
  pen([
    [x + 17, y - 16],
    [x + 12, y - 8],
    [x + 11, y - 1],
    [x + 15, y + 2],
    [x + 18, y - 3],
    [x + 14, y - 7],
    [x + 11, y - 3],
  ]),
]

interface Drawing {
  dpi?: number
  /** Only the upper part of the page, down to so many points. */
  height?: number
  over?: Ink[]
}

/** A PNG of an A4 page, or of its upper part. */
export async function drawnImage(
  marks: Mark[],
  { dpi = 200, height = HEIGHT, over = [] }: Drawing = {},
): Promise<Buffer> {
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  context.scale(scale, scale)
  draw(context, marks, height)
  // Inks lie over each other like glass: what is black stays black.
  context.globalCompositeOperation = 'multiply'
  for (const ink of over) ink(context)
  return canvas.encode('png')
}

const DESCRIPTOR = `<< /Type /FontDescriptor /FontName /Serif /Flags 4 /FontBBox [0 -200 1000 900]
  /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 >>`

/** A field over a page, as signing programs leave them. */
export interface Field {
  /** Left, bottom, right, top. */
  rect: [number, number, number, number]
  /** What its appearance writes, in the language of PDF; its fonts are /Latin and /Unicode. */
  drawing: string
}

/**
 * A PDF with a text layer, written out by hand: a page for each list of texts, `fields` over the first one. Its font
 * is not embedded: every letter is half as wide as high, and its code is its Unicode number.
 */
export function writtenPdf(
  pages: Mark[][],
  { fields = [], trailer = '' }: { fields?: Field[]; trailer?: string } = {},
): Uint8Array {
  const stream = (dictionary: string, data: string) =>
    `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`
  const fonts = '/Resources << /Font << /Latin 3 0 R /Unicode 4 0 R >> >>'
  const firstField = 6 + 2 * pages.length
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')
  const widgets = fields.map((_, i) => `${firstField + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /Serif /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode /Identity-H >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Serif /DW 500 /FontDescriptor ${DESCRIPTOR}
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>`,
    ...pages.flatMap((marks, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${7 + 2 * i} 0 R ${fonts} ${i === 0 ? `/Annots [${widgets}]` : ''} >>`,
      stream('', marks.map(shown).join('\n')),
    ]),
    ...fields.flatMap(({ rect, drawing }, i) => [
      `<< /Type /Annot /Subtype /Widget /FT /Sig /F 4 /T (S${i}) /Rect [${rect.join(' ')}] /AP << /N ${firstField + 1 + 2 * i} 0 R >> >>`,
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 ${rect[2] - rect[0]} ${rect[3] - rect[1]}] ${fonts}`,
        `BT ${drawing} ET`,
      ),
    ]),
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

/** The operators that write one text. */
function shown({ text, x, y, size = 14, centred }: Mark): string {
  const left = centred ? x - (text.length * size) / 4 : x
  const codes = [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  return `BT /Unicode ${size} Tf ${left} ${HEIGHT - y} Td <${codes}> Tj ET`
}

/** A PDF whose only page is an image that fills it, and, over it, texts. */
export async function scannedPdf(image: Buffer, over: Mark[] = []): Promise<Buffer> {
  const document = new PDFDocument()
  const context = document.beginPage(WIDTH, HEIGHT) as SKRSContext2D
  context.drawImage(await loadImage(image), 0, 0, WIDTH, HEIGHT)
  write(context, over)
  document.endPage()
  return document.close()
}

function draw(context: SKRSContext2D, marks: Mark[], height: number) {
  context.fillStyle = 'white'
  context.fillRect(0, 0, WIDTH, height)
  write(context, marks)
}

const FONT = 'Sheet Serif'
/** Its letters are wider than those of Times, for which the texts are set. */
const NARROWER = 0.88

function useFont(): void {
  if (GlobalFonts.has(FONT)) return
  const folder = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
  for (const file of ['DejaVuSerifCondensed.ttf', 'DejaVuSerifCondensed-Bold.ttf'])
    GlobalFonts.registerFromPath(join(folder, file), FONT)
}

function write(context: SKRSContext2D, marks: Mark[]) {
  useFont()
  context.fillStyle = 'black'
  for (const { text, x, y, size = 14, bold, centred } of marks) {
    context.font = `${bold ? 'bold ' : ''}${size * NARROWER}px "${FONT}"`
    context.textAlign = centred ? 'center' : 'left'
    context.fillText(text, x, y)
  }
}
