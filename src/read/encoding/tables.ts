/**
 * The eight-bit encodings in which Vietnamese was written before Unicode. Every decoder takes the *1252 view* of a
 * text: its bytes read as Windows-1252, which is also how such a text shows when a program took it for Western.
 * Source: TCVN 5712:1993 (ABC fonts), RFC 1456 (VISCII), the VPS and VNI font sets, Windows code page 1258.
 */

export const LEGACY = ['tcvn3', 'vni', 'viscii', 'vps', 'windows-1258', 'utf-8-as-1252'] as const
export type Legacy = (typeof LEGACY)[number]

/** 0x80–0x9F in Windows-1252; bytes without a letter stand for themselves, as browsers do it. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTE = new Map<number, number>([...C1].map((char, index) => [char.charCodeAt(0), 0x80 + index]))

/** The byte that Windows-1252 shows as this code unit, or -1. A C1 control counts as its own byte. */
export function byteOf(unit: number): number {
  return unit < 0x100 ? unit : (BYTE.get(unit) ?? -1)
}

/** Bytes as Windows-1252 shows them. */
export function view1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? C1[byte - 0x80] : String.fromCharCode(byte)
  return text
}

/** 0x80–0xFF, sixteen a row; `.` where the byte keeps its Windows-1252 meaning. */
const HIGH = {
  tcvn3:
    '................' +
    '................' +
    '.ĂÂÊÔƠƯĐăâêôơưđ.' +
    '\u0300\u0309\u0303\u0301\u0323àảãáạ.ằẳẵắ.' +
    '......ặầẩẫấậè.ẻẽ' +
    'éẹềểễếệìỉ...ĩíịò' +
    '.ỏõóọồổỗốộờởỡớợù' +
    '.ủũúụừửữứựỳỷỹýỵ.',
  viscii:
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
    'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
    'Õắằặấầẩậẽẹếềểễệố' +
    'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
    'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
    'àáâãảăữẫèéêẻìíĩỉ' +
    'đựòóôõỏọụùúũủýợỮ',
  vps:
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ' +
    'Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
    '.ắằẳẵặỠớÙờởỡŨỨợỪ' +
    'ổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹ' +
    'ƯỦồốÔỏơÈừứÚũưÝẺ.' +
    'àáâãảạă.èéêẽìíĩ.' +
    'ẴĐòóôõ.Ơụùúủ.ỶẼỳ',
  'windows-1258':
    '................' +
    '................' +
    '................' +
    '................' +
    '...Ă........\u0300...' +
    'Đ.\u0309..Ơ.......Ư\u0303.' +
    '...ă........\u0301...' +
    'đ.\u0323..ơ.......ư₫.',
} as const

/** Rare capitals that sit on control codes. */
const LOW: Partial<Record<keyof typeof HIGH, string>> = {
  viscii: '\x02Ẳ\x05Ẵ\x06Ẫ\x14Ỷ\x19Ỹ\x1eỴ',
  vps: '\x02Ạ\x03Ậ\x04Ặ\x05Ẹ\x06Ệ\x10Ị\x11Ọ\x12Ộ\x13Ợ\x14Ụ\x15Ự\x19Ỵ',
}

/** Control codes that are letters in one of the encodings. */
export const LETTERS_ON_CONTROLS: ReadonlySet<number> = new Set(
  Object.values(LOW).flatMap((low) => [...low].filter((_, index) => index % 2 === 0).map((char) => char.charCodeAt(0))),
)

const tables = new Map<string, string[]>()

function tableOf(name: keyof typeof HIGH): string[] {
  let table = tables.get(name)
  if (table) return table
  table = Array.from({ length: 0x100 }, (_, byte) => String.fromCharCode(byte))
  for (let i = 0; i < 0x20; i++) table[0x80 + i] = C1[i] as string
  for (let i = 0; i < 0x80; i++) if (HIGH[name][i] !== '.') table[0x80 + i] = HIGH[name][i] as string
  const low = LOW[name] ?? ''
  for (let i = 0; i < low.length; i += 2) table[low.charCodeAt(i)] = low[i + 1] as string
  tables.set(name, table)
  return table
}

function decodeBytes(view: string, name: keyof typeof HIGH): string {
  const table = tableOf(name)
  let text = ''
  for (let i = 0; i < view.length; i++) {
    const byte = byteOf(view.charCodeAt(i))
    text += byte < 0 ? view[i] : table[byte]
  }
  return text
}

/** VNI: a base letter, then one character that holds its marks. */
const VNI_MARKS: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const VNI_LETTERS: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
}
const VNI = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöæóòîñ]/gi
const TONES = 'ùøûõï'
const HATS = 'âáàåãä'

function decodeVni(view: string): string {
  return view.replace(VNI, (found: string, base: string | undefined, mark: string | undefined) => {
    const letter = (base ?? found).toLowerCase()
    const upper = letter !== (base ?? found)
    const low = mark?.toLowerCase()
    if (low && !TONES.includes(low) && letter !== 'a' && !(HATS.includes(low) && 'eo'.includes(letter))) return found
    const plain = (VNI_LETTERS[letter] ?? letter) + (low ? VNI_MARKS[low] : '')
    return (upper ? plain.toUpperCase() : plain).normalize('NFC')
  })
}

/** UTF-8 that was taken for Windows-1252: every whole sequence is read again, what is none stays. */
function decodeTwice(view: string): string {
  const bytes = Array.from(view, (char) => (char.length > 1 ? -1 : byteOf(char.charCodeAt(0))))
  if (bytes.length !== view.length) return view
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] as number
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1
    const rest = bytes.slice(i + 1, i + length)
    if (length === 1 || rest.length < length - 1 || rest.some((byte) => byte < 0x80 || byte > 0xbf)) {
      text += view[i]
      continue
    }
    let point = lead & (0xff >> (length + 1))
    for (const byte of rest) point = (point << 6) | (byte & 0x3f)
    text += point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? '\ufffd' : String.fromCodePoint(point)
    i += length - 1
  }
  return text
}

/** The 1252 view of a text, decoded. Characters that Windows-1252 does not have stay as they are. */
export function decodeView(view: string, encoding: Legacy): string {
  if (encoding === 'vni') return decodeVni(view)
  if (encoding === 'utf-8-as-1252') return decodeTwice(view)
  const text = decodeBytes(view, encoding)
  return encoding === 'windows-1258' || encoding === 'tcvn3' ? text.normalize('NFC') : text
}
