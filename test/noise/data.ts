/** The tables of the generator of hard cases, read once from `data.yaml`. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface NoiseData {
  titles: string[][]
  wrapAfter: string[]
  stamps: string[]
  runningHeads: string[]
}

export const NOISE: NoiseData = parse(readFileSync(new URL('data.yaml', import.meta.url), 'utf8')) as NoiseData
