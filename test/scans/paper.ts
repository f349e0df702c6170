/**
 * A letter on a page of A4, signed and sealed: black print, a red seal over the left of the signature, a blue pen over post
 * and name, a stamp of urgency or secrecy where one is wanted. Measures are points.
 */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { type Random, seeded } from '../../train/random.ts'
import type { Letter } from './letters.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT] = [595, 842, 85, 555]
const [HEAD_LEFT, HEAD_RIGHT, FOOT_RIGHT] = [170, 400, 410]
const FACE = 'FreeSerif'
const RED = '#d0202c'
const BLUE = '#2438b0'

/** How heavily pen and seal lie over post and name. */
export type Cover = 'none' | 'usual' | 'heavy'

export interface Dress {
  dpi: number
  cover: Cover
  /** A stamp in the head: what it says, and in which ink. */
  stamp?: { text: string; ink: 'red' | 'black' }
}

/** The page as a PNG. */
export function pageOf(letter: Letter, { dpi, cover, stamp }: Dress): Buffer {
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale))
  const on = canvas.getContext('2d')
  on.scale(scale, scale)
  on.fillStyle = 'white'
  on.fillRect(0, 0, WIDTH, HEIGHT)
  on.fillStyle = 'black'
  const random = seeded(`paper ${letter.gold.id}`)
  const headBottom = head(on, letter)
  const bodyBottom = body(on, letter, headBottom + 26)
  const signed = foot(on, letter, bodyBottom + 24)
  if (stamp)
    printStamp(on, stamp, { x: HEAD_LEFT - 10 + random.below(20), y: headBottom + 14, turn: random.below(9) - 4 })
  if (cover !== 'none') {
    pen(on, signed, random, cover)
    seal(on, letter.seal, signed, random, cover)
  }
  return canvas.encodeSync('png')
}

const font = (on: SKRSContext2D, size: number, style = '') => {
  on.font = `${style} ${size}px ${FACE}`.trim()
}

function centred(on: SKRSContext2D, text: string, x: number, y: number): void {
  on.textAlign = 'center'
  on.fillText(text, x, y)
}

function head(on: SKRSContext2D, { gold, heading, printedDate }: Letter): number {
  font(on, 12)
  centred(on, gold.parent ?? '', HEAD_LEFT, 62)
  font(on, 12, 'bold')
  let y = 76
  for (const line of wrapped(on, gold.issuer ?? '', 190)) {
    centred(on, line, HEAD_LEFT, y)
    y += 14
  }
  on.fillRect(HEAD_LEFT - 32, y - 9, 64, 0.7)
  font(on, 12, 'bold')
  centred(on, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', HEAD_RIGHT, 62)
  font(on, 13, 'bold')
  centred(on, 'Độc lập - Tự do - Hạnh phúc', HEAD_RIGHT, 77)
  on.fillRect(HEAD_RIGHT - 78, 81, 156, 0.7)
  font(on, 13)
  centred(on, `Số: ${gold.number}`, HEAD_LEFT, y + 8)
  font(on, 13, 'italic')
  centred(on, `${gold.place}, ${printedDate}`, HEAD_RIGHT, y + 8)
  y += 24
  if (heading === null) {
    font(on, 12)
    for (const line of wrapped(on, gold.subject ?? '', 180)) {
      centred(on, line, HEAD_LEFT, y)
      y += 14
    }
    return y
  }
  font(on, 14, 'bold')
  centred(on, heading.toLocaleUpperCase('vi'), WIDTH / 2 + 20, y + 34)
  centred(
    on,
    (gold.subject ?? '').replace(/^V\/v \p{L}/u, (start) => `Về việc ${start.slice(4)}`),
    WIDTH / 2 + 20,
    y + 52,
  )
  return y + 60
}

function body(on: SKRSContext2D, { gold, paragraphs }: Letter, top: number): number {
  let y = top + 14
  font(on, 13.5)
  if (gold.addressees.length > 0) {
    on.textAlign = 'left'
    on.fillText('Kính gửi:', 190, y)
    for (const entry of gold.addressees) {
      y += 17
      on.fillText(`- ${entry}${entry === gold.addressees.at(-1) ? '.' : ';'}`, 262, y)
    }
    y += 28
  }
  for (const paragraph of paragraphs) {
    const lines = wrapped(on, paragraph, RIGHT - LEFT - 30)
    lines.forEach((line, at) => {
      on.textAlign = 'left'
      on.fillText(line, at === 0 ? LEFT + 30 : LEFT, y)
      y += 18
    })
    y += 4
  }
  return y
}

interface Signed {
  /** Where the last line of the post and the name stand. */
  post: number
  name: number
  /** How wide the name is. */
  width: number
}

function foot(on: SKRSContext2D, { gold }: Letter, top: number): Signed {
  on.textAlign = 'left'
  font(on, 12, 'italic bold')
  on.fillText('Nơi nhận:', LEFT, top)
  font(on, 11)
  gold.recipients.forEach((entry, at) => {
    const end = at === gold.recipients.length - 1 ? '.' : ';'
    on.fillText(`- ${entry}${end}`, LEFT, top + 14 * (at + 1))
  })
  const [signature] = gold.signatures
  let y = top - 16
  font(on, 13.5, 'bold')
  for (const line of [...(signature?.authority ?? []), signature?.position ?? '']) {
    y += 16
    centred(on, line, FOOT_RIGHT, y)
  }
  const name = y + 84
  centred(on, signature?.name ?? '', FOOT_RIGHT, name)
  return { post: y, name, width: on.measureText(signature?.name ?? '').width }
}

/** A signature: a few bold curves between post and name, which run over both where the cover is heavy. */
function pen(on: SKRSContext2D, { post, name }: Signed, random: Random, cover: Cover): void {
  const reach = cover === 'heavy' ? 20 : 6
  const [top, bottom] = [post + (cover === 'heavy' ? -12 : 6), name + (cover === 'heavy' ? 2 : -8)]
  on.save()
  on.strokeStyle = BLUE
  on.lineCap = 'round'
  for (let stroke = 0; stroke < (cover === 'heavy' ? 5 : 3); stroke++) {
    on.lineWidth = 1 + random.below(10) / 10
    const x = () => FOOT_RIGHT - 60 - reach + random.below(120 + 2 * reach)
    const y = () => top + random.below(Math.round(bottom - top))
    on.beginPath()
    on.moveTo(x(), y())
    for (let bend = 0; bend < 4; bend++) on.bezierCurveTo(x(), y(), x(), y(), x(), y())
    on.stroke()
  }
  on.restore()
}

const RADIUS = 51

/** A round seal over the left third of the signature, with its rings, its letters round the ring and its star. */
function seal(on: SKRSContext2D, text: string, { post, name }: Signed, random: Random, cover: Cover): void {
  const x = FOOT_RIGHT - (cover === 'heavy' ? 38 : 62) + random.below(14)
  const y = (post + name) / 2 + (cover === 'heavy' ? random.below(24) - 12 : random.below(8) - 4)
  on.save()
  // Ink of a seal lets the print through.
  on.globalCompositeOperation = 'multiply'
  on.translate(x, y)
  on.rotate((random.below(30) - 15) * (Math.PI / 180))
  on.strokeStyle = RED
  on.fillStyle = RED
  on.globalAlpha = 0.75 + random.below(20) / 100
  for (const [radius, width] of [
    [RADIUS, 2],
    [RADIUS - 3.5, 0.8],
    [RADIUS - 18, 0.8],
  ] as const) {
    on.lineWidth = width
    on.beginPath()
    on.arc(0, 0, radius, 0, 2 * Math.PI)
    on.stroke()
  }
  font(on, 9.5, 'bold')
  on.textAlign = 'center'
  const letters = [...text]
  letters.forEach((letter, at) => {
    on.save()
    on.rotate(((at + 0.5) / letters.length) * 2 * Math.PI - Math.PI)
    on.fillText(letter, 0, -(RADIUS - 14))
    on.restore()
  })
  on.beginPath()
  for (let point = 0; point < 10; point++) {
    const [radius, angle] = [point % 2 === 0 ? 15 : 6, (point * Math.PI) / 5 - Math.PI / 2]
    on.lineTo(radius * Math.cos(angle), radius * Math.sin(angle))
  }
  on.fill()
  on.restore()
}

function printStamp(
  on: SKRSContext2D,
  { text, ink }: NonNullable<Dress['stamp']>,
  { x, y, turn }: { x: number; y: number; turn: number },
): void {
  on.save()
  on.translate(x, y)
  on.rotate((turn * Math.PI) / 180)
  on.strokeStyle = on.fillStyle = ink === 'red' ? RED : 'black'
  font(on, 14, 'bold')
  const width = Math.max(57, on.measureText(text).width + 18)
  on.lineWidth = 1.4
  on.strokeRect(-width / 2, -1, width, 23)
  centred(on, text, 0, 16)
  on.restore()
}

/** Lines of a text no wider than `width`. */
function wrapped(on: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && on.measureText(`${line} ${word}`).width <= width)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
