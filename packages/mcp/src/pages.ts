/** Long answers come in pages. */
import * as z from 'zod'

export interface Page {
  page: number
  limit: number
}

export const pageInput = (limit: number, most: number) => ({
  page: z.number().int().min(1).default(1).describe('Which page of the lists, from 1.'),
  limit: z.number().int().min(1).max(most).default(limit).describe('Entries of a page.'),
})

export const pageOutput = {
  page: z.number().int(),
  pages: z.number().int().describe('How many pages there are; ask for the next where it is more than page.'),
}

export function pageOf<T>(entries: readonly T[], { page, limit }: Page): T[] {
  return entries.slice((page - 1) * limit, page * limit)
}

export function pagesFor(count: number, { limit }: Page): number {
  return Math.max(1, Math.ceil(count / limit))
}
