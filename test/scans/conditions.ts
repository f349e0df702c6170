/** The scans that are made and read: how each is dressed and scanned. */
import type { Dress } from './paper.ts'
import type { Scanner } from './scanner.ts'

export type Condition = Omit<Dress, 'dpi'> & Scanner

const usual = { skew: 1, specks: 0 } as const

export const CONDITIONS: Record<string, Condition> = {
  'colour 200': { ...usual, colours: 'colour', dpi: 200, cover: 'usual' },
  'colour 200 heavy': { ...usual, colours: 'colour', dpi: 200, cover: 'heavy' },
  'colour 130': { ...usual, colours: 'colour', dpi: 130, cover: 'heavy' },
  'colour 100': { ...usual, colours: 'colour', dpi: 100, cover: 'usual' },
  'grey 150': { ...usual, colours: 'grey', dpi: 150, cover: 'usual', specks: 0.001 },
  'grey 200 heavy': { ...usual, colours: 'grey', dpi: 200, cover: 'heavy' },
  'bilevel 200': { ...usual, colours: 'bilevel', dpi: 200, cover: 'usual', specks: 0.001 },
  'bilevel 200 heavy': { ...usual, colours: 'bilevel', dpi: 200, cover: 'heavy', specks: 0.002 },
}
