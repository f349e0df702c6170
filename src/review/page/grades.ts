/** The grades as the page draws them: a sign beside the colour, so that nobody needs to see colours. */
import type { Grade } from '../../schema.ts'

export const GRADES: readonly Grade[] = ['certain', 'likely', 'doubtful']
export const SIGNS: Record<Grade, string> = { certain: '✓', likely: '~', doubtful: '?' }
