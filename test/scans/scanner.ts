/** A page as office scanners give it: leaning, coarse, grainy, packed hard, or in black and white alone. */
import sharp from 'sharp'
import { seeded } from '../../train/random.ts'

export type Colours = 'colour' | 'grey' | 'bilevel'

export interface Scanner {
  colours: Colours
  dpi: number
  /** Degrees at most to either side. */
  skew: number
  /** Share of pixels that are specks. */
  specks: number
}

/** What is darker becomes black on a scan in two levels. */
const THRESHOLD = 150

export async function scanned(page: Buffer, { colours, dpi, skew, specks }: Scanner, seed: string): Promise<Buffer> {
  const random = seeded(`scanner ${seed}`)
  const angle = skew * (random.below(201) / 100 - 1)
  const leaning = sharp(page).flatten({ background: 'white' }).rotate(angle, { background: 'white' }).blur(0.5)
  const toned = colours === 'colour' ? leaning : leaning.greyscale().toColourspace('b-w')
  const { data, info } = await toned.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  for (let at = 0; at < data.length; at += channels) {
    const speck = random.chance(specks) ? random.below(120) : null
    for (let channel = 0; channel < channels; channel++) {
      const grain = random.below(13) - 6
      const value = speck ?? Math.round((data[at + channel] as number) * 0.9 + 14 + grain)
      data[at + channel] = colours === 'bilevel' ? (value < THRESHOLD ? 0 : 255) : Math.max(0, Math.min(255, value))
    }
  }
  const raw = sharp(data, { raw: { width, height, channels } }).withMetadata({ density: dpi })
  return colours === 'bilevel'
    ? raw.png({ palette: true, colours: 2 }).toBuffer()
    : raw.jpeg({ quality: 62 }).toBuffer()
}
