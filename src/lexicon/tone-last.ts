/** How printed words are compared: where the tone mark stands says nothing, `hoà` is `hòa`. */
import { remembered } from '../remembered.ts'

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const HAS_MARK = /[^ -~]/

/** A word in small letters, decomposed, with its tone behind it. */
export const toneLast = remembered((word) => {
  const small = word.toLowerCase()
  const apart = HAS_MARK.test(small) ? small.normalize('NFD') : small
  return apart === small ? small : apart.replace(TONE, '') + (apart.match(TONE)?.join('') ?? '')
})
