/**
 * Makes the documents of `directive-parse demo` that are no plain text: a DOCX, a text in TCVN3 and a scanned PDF. Bodies
 * and people in them are made up. Run it after a change: `node scripts/demo.mjs`.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import sharp from 'sharp'

const FOLDER = join(import.meta.dirname ?? 'scripts', '../demo/documents')
const save = (name, bytes) => writeFileSync(join(FOLDER, name), bytes)

// A plan, as DOCX: number and day are still blank, items are numbered by hand.
const bold = (text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const plain = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (runs, align = 'both') => `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`
const cell = (...paragraphs) => `<w:tc>${paragraphs.map((runs) => p(runs, 'center')).join('')}</w:tc>`
const row = (...cells) => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`
const plan = [
  row(
    cell(plain('ỦY BAN NHÂN DÂN'), bold('HUYỆN SUỐI NGÀN'), plain('Số:       /KH-UBND')),
    cell(
      bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      bold('Độc lập - Tự do - Hạnh phúc'),
      plain('Suối Ngàn, ngày      tháng 8 năm 2021'),
    ),
  ),
  p(bold('KẾ HOẠCH'), 'center'),
  p(bold('Ứng phó với mưa lũ và sạt lở đất năm 2021'), 'center'),
  p(
    plain(
      'Thực hiện Chỉ thị số 05/CT-UBND ngày 02/8/2021 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân huyện ban hành kế hoạch như sau:',
    ),
  ),
  p(bold('I. MỤC ĐÍCH')),
  p(plain('Chủ động phòng ngừa, giảm thiệt hại về người và tài sản.')),
  p(bold('II. TỔ CHỨC THỰC HIỆN')),
  p(plain('1. Ban Chỉ huy Quân sự huyện chuẩn bị lực lượng, phương tiện cứu hộ trước ngày 20/8/2021.')),
  p(plain('2. Phòng Tài chính - Kế hoạch bố trí kinh phí trong Quý III/2021.')),
  p(plain('3. Ủy ban nhân dân các xã rà soát các hộ ở nơi có nguy cơ sạt lở, báo cáo vào thứ Sáu hằng tuần.')),
  row(
    cell(
      bold('Nơi nhận:'),
      plain('- Ủy ban nhân dân tỉnh;'),
      plain('- Các phòng, ban của huyện;'),
      plain('- Lưu: VT.'),
    ),
    cell(bold('TM. ỦY BAN NHÂN DÂN'), bold('KT. CHỦ TỊCH'), bold('PHÓ CHỦ TỊCH'), plain(''), bold('Giàng A Páo')),
  ),
]
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const xml = (text) => [strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`), { mtime: '2021-08-12T00:00:00Z' }]
save(
  'ke-hoach-mua-lu.docx',
  zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(`<w:document xmlns:w="${WORD}"><w:body>${plan.join('')}</w:body></w:document>`),
  }),
)

// A telegram of 2003, as offices then wrote it: TCVN3.
const telegram = `UỶ BAN NHÂN DÂN            CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SUỐI NGÀN                Độc lập - Tự do - Hạnh phúc
Số: 07/CĐ-UB               Suối Ngàn, ngày 21 tháng 7 năm 2003
HOẢ TỐC

CÔNG ĐIỆN
Về việc đối phó với mưa lớn

CHỦ TỊCH UỶ BAN NHÂN DÂN HUYỆN SUỐI NGÀN điện:
- Chủ tịch Uỷ ban nhân dân các xã;
- Trưởng các phòng, ban của huyện.

Theo dự báo, từ nay đến ngày 24/7/2003 trên địa bàn huyện có mưa rất to. Chủ tịch Uỷ ban nhân dân huyện yêu cầu:

1. Các xã tổ chức trực ban 24/24 giờ, sơ tán các hộ ven suối trước 17 giờ ngày 22/7/2003.
2. Phòng Giao thông bảo đảm thông đường lên các xã vùng cao.

Nơi nhận:                              CHỦ TỊCH
- Như trên;
- Lưu: VP.
                                       Hoàng Văn Sình
`
// The code has no capitals with a tone: their small letters stood for them.
const typed = telegram.replace(/\p{Lu}/gu, (letter) =>
  /[\u0300\u0301\u0303\u0309\u0323]/.test(letter.normalize('NFD')) ? letter.toLowerCase() : letter,
)
save('cong-dien-07-tcvn3.txt', iconv.encode(typed, 'tcvn'))

// A decision on paper, scanned a little askew.
const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
for (const file of ['DejaVuSerifCondensed.ttf', 'DejaVuSerifCondensed-Bold.ttf'])
  GlobalFonts.registerFromPath(join(fonts, file), 'Serif')
const [WIDTH, HEIGHT, DPI] = [595, 842, 150]
const scale = DPI / 72
const canvas = createCanvas(Math.round(WIDTH * scale), Math.round(HEIGHT * scale))
const context = canvas.getContext('2d')
context.fillStyle = '#f7f5ef'
context.fillRect(0, 0, canvas.width, canvas.height)
context.scale(scale, scale)
context.translate(WIDTH / 2, HEIGHT / 2)
context.rotate(0.004)
context.translate(-WIDTH / 2, -HEIGHT / 2)
context.fillStyle = '#26262c'
const write = (text, x, y, { heavy = false, centred = false, size = 13 } = {}) => {
  context.font = `${heavy ? 'bold ' : ''}${size * 0.86}px Serif`
  context.textAlign = centred ? 'center' : 'left'
  context.fillText(text, x, y)
}
const head = { centred: true, size: 12 }
write('ỦY BAN NHÂN DÂN', 165, 72, head)
write('HUYỆN SUỐI NGÀN', 165, 88, { ...head, heavy: true })
write('Số: 418/QĐ-UBND', 165, 116, head)
write('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 405, 72, { ...head, heavy: true })
write('Độc lập - Tự do - Hạnh phúc', 405, 88, { ...head, heavy: true })
write('Suối Ngàn, ngày 09 tháng 8 năm 2021', 405, 116, head)
write('QUYẾT ĐỊNH', 297, 156, { centred: true, heavy: true, size: 15 })
write('Về việc thành lập Đoàn kiểm tra an toàn hồ chứa', 297, 176, { centred: true, heavy: true, size: 14 })
write('CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SUỐI NGÀN', 297, 212, { centred: true, heavy: true })
const body = [
  '     Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;',
  '     Căn cứ Công văn số 12-CV/HU ngày 05 tháng 8 năm 2021 của Huyện ủy Suối Ngàn;',
  '     Theo đề nghị của Trưởng phòng Phòng Nông nghiệp,',
  null,
  'QUYẾT ĐỊNH:',
  null,
  '     Điều 1. Thành lập Đoàn kiểm tra an toàn các hồ chứa trên địa bàn huyện do ông',
  'Giàng A Páo, Phó Chủ tịch Ủy ban nhân dân huyện làm Trưởng đoàn.',
  '     Điều 2. Đoàn kiểm tra có nhiệm vụ kiểm tra toàn bộ hồ chứa, báo cáo Chủ tịch',
  'Ủy ban nhân dân huyện trước ngày 18/8/2021.',
  '     Điều 3. Chánh Văn phòng, Trưởng phòng Phòng Nông nghiệp chịu trách nhiệm thi',
  'hành Quyết định này.',
]
let y = 240
for (const line of body) {
  y += line === null ? 6 : 20
  if (line === 'QUYẾT ĐỊNH:') write(line, 297, y, { centred: true, heavy: true })
  else if (line !== null) write(line, 85, y)
}
write('Nơi nhận:', 85, y + 40, { heavy: true, size: 11 })
;['- Như Điều 3;', '- Thường trực Huyện ủy;', '- Lưu: VT, NN.'].forEach((line, at) => {
  write(line, 85, y + 56 + 14 * at, { size: 11 })
})
write('CHỦ TỊCH', 430, y + 40, { centred: true, heavy: true })
write('Hoàng Văn Sình', 430, y + 130, { centred: true, heavy: true })
const jpeg = await sharp(canvas.toBuffer('image/png'))
  .grayscale()
  .blur(0.6)
  .toColourspace('b-w')
  .jpeg({ quality: 55 })
  .toBuffer()
save('quyet-dinh-418-quet.pdf', pdfOf(jpeg))

/** A PDF of one page that is an image, as scanners write it. */
function pdfOf(image) {
  const contents = `q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Page Do Q`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << /XObject << /Page 5 0 R >> >> >>`,
    `<< /Length ${contents.length} >>\nstream\n${contents}\nendstream`,
    [
      `<< /Type /XObject /Subtype /Image /Width ${canvas.width} /Height ${canvas.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${image.length} >>\nstream\n`,
      image,
      '\nendstream',
    ],
  ]
  const pieces = [Buffer.from('%PDF-1.4\n')]
  const length = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  const places = objects.map((object, at) => {
    const place = length()
    pieces.push(...[`${at + 1} 0 obj\n`, ...[object].flat(), '\nendobj\n'].map((piece) => Buffer.from(piece)))
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = length()
  pieces.push(
    Buffer.from(
      `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}trailer << /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}
