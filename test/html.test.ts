/** Web pages: the document told from the frame of its site, and pages that would hold a careless reader up. */
import { describe, expect, test } from 'vitest'
import { parseDecoded } from '../src/pipeline.ts'
import { readSource } from '../src/read/index.ts'
import { readOptions } from '../src/read/options.ts'
import { bytesOfView, legacyView } from './legacy-encoder.ts'

const bytesOf = (page: string | Uint8Array) => (typeof page === 'string' ? Buffer.from(page) : page)
const read = (page: string | Uint8Array) => readSource(bytesOf(page), readOptions())

const head = `<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>TỈNH LÂM KHÊ</p><p>Số: 05/CT-UBND</p></td>
  <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p><p>Lâm Khê, ngày 05 tháng 8 năm 2021</p></td></tr></table>
  <p>CHỈ THỊ</p><p>Về phòng cháy rừng</p>`
const body = `<p>Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:</p>
  <p>1. Sở Nông nghiệp kiểm tra các chốt gác ở bìa rừng, báo cáo trước ngày 20/8/2021 theo <a href="/vb/1">Quyết định số 15/QĐ-UBND</a>.</p>
  <p>2. Ủy ban nhân dân các huyện phân công người trực, giữ liên lạc với kiểm lâm địa bàn suốt mùa khô.</p>`
const foot = `<table><tr><td><p>Nơi nhận:</p><p>- Như trên;</p><p>- Lưu: VT.</p></td>
  <td><p>CHỦ TỊCH</p><p>Vàng Seo Lử</p></td></tr></table>`

const TEXT = `ỦY BAN NHÂN DÂN
TỈNH LÂM KHÊ
Số: 05/CT-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Khê, ngày 05 tháng 8 năm 2021
CHỈ THỊ
Về phòng cháy rừng
Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Nông nghiệp kiểm tra các chốt gác ở bìa rừng, báo cáo trước ngày 20/8/2021 theo Quyết định số 15/QĐ-UBND.
2. Ủy ban nhân dân các huyện phân công người trực, giữ liên lạc với kiểm lâm địa bàn suốt mùa khô.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Vàng Seo Lử`

const links = (...names: string[]) => names.map((name, at) => `<li><a href="/${at}">${name}</a></li>`).join('')
const menu = `<ul>${links('Trang chủ', 'Giới thiệu', 'Văn bản chỉ đạo', 'Tin tức', 'Thủ tục hành chính', 'Liên hệ')}</ul>`
const news = `<ul>${links('Khai mạc ngày hội văn hóa các dân tộc', 'Lịch tiếp công dân tháng 8', 'Kết quả thi tuyển công chức năm 2021')}</ul>`
const notice =
  '<div><p>Cổng thông tin điện tử tỉnh Lâm Khê</p><p>Địa chỉ: số 1, phố Chợ. Điện thoại: 0200 000 000</p></div>'

describe('the frame of a site stays out', () => {
  test.each([
    [
      'columns of a table',
      `<table><tr><td>${menu}</td><td>${head}${body}${foot}</td><td>${news}${notice}</td></tr></table>`,
    ],
    [
      'menus, the path, a title, notices',
      `<div>${menu}</div><div class="path"><a href="/">Trang chủ</a> » <a href="/vb">Văn bản</a> » Chỉ thị</div>
      <h1>Chỉ thị về phòng cháy rừng</h1><div>Ngày đăng: 06/08/2021 | Lượt xem: 12</div><div><article>${head}${body}${foot}</article></div><aside>${news}</aside>${notice}`,
    ],
    [
      'a menu within',
      `<div>${menu}</div><div>${head}${body}${foot}<div><a href="/a">In trang</a> <a href="/b">Gửi bài</a></div></div>${notice}`,
    ],
    [
      'the document in pieces',
      `<div>${menu}</div><div><div>${head}</div><div>${body}</div><div>${foot}</div></div>${notice}`,
    ],
  ])('%s', async (_, page) => {
    const decoded = await read(`<html><body>${page}</body></html>`)
    const { text, diagnostics } = decoded
    expect(text).toBe(TEXT)
    expect(parseDecoded(decoded, bytesOf(page))).toMatchObject({
      number: '05/CT-UBND',
      items: [{}, {}],
      signatures: [{ name: 'Vàng Seo Lử' }],
    })
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['page-frame'])
    expect(diagnostics[0]?.message).toMatch(/^\d+ lines .*Trang chủ/)
  })

  test('in an old encoding', async () => {
    const page = `<html><body><div>${menu}</div><div><div>${head}</div><div>${body}</div><div>${foot}</div></div>${notice}</body></html>`
    const { text, encoding } = await read(bytesOfView(legacyView(page, 'tcvn3')))
    expect([text, encoding]).toEqual([TEXT, 'tcvn3'])
  })

  test('a page without menus has none: nothing is left out', async () => {
    const { text, diagnostics } = await read(
      `<html><body><p>Bản lưu của Văn phòng</p><div>${head}${body}${foot}</div></body></html>`,
    )
    expect(text).toBe(`Bản lưu của Văn phòng\n${TEXT}`)
    expect(diagnostics).toEqual([])
  })

  test('a header without the words of a form stays with the text below it', async () => {
    const plain = '<table><tr><td>UBND XÃ TÂN AN</td><td>Tân An, ngày 05 tháng 8 năm 2021</td></tr></table>'
    const { text } = await read(`<html><body><div>${menu}</div><div>${plain}${body.repeat(3)}</div></body></html>`)
    expect(text).toMatch(/^UBND XÃ TÂN AN\tTân An, ngày 05/)
  })
})

/** Large, but no larger than it takes: a reader that squares its work does not end before the test is given up. */
describe('hostile pages end soon, and lose nothing', () => {
  const words = '<p>Số 05/CT-UBND</p>'

  test.each([
    ['tags nested 100,000 deep', '<div>'.repeat(100_000)],
    ['tables nested 20,000 deep', '<table><tr><td>'.repeat(20_000)],
    ['lists nested 100,000 deep', '<ul><li>'.repeat(100_000)],
    ['formatting that is never closed', Array.from({ length: 20_000 }, (_, at) => `<p><b id=${at}>a</p>`).join('')],
    [
      'fonts that are never closed',
      `${Array.from({ length: 20_000 }, (_, at) => `<font color=${at}>`).join('')}${'<b>a</b>'.repeat(20_000)}`,
    ],
    ['a tag of 100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}>`],
    ['text before its table', `<table>${'a<tr>'.repeat(100_000)}</table>`],
    ['signs that open nothing', '<&<&<&'.repeat(50_000)],
  ])('%s', async (_, start) => {
    expect((await read(`<html><body>${start}${words}`)).text).toContain('Số 05/CT-UBND')
  })

  test('ruby, in brackets behind what it is over', async () => {
    const { text } = await read('<p>chữ <ruby>dưới<rp>(</rp><rt>trên</rt><rp>)</rp></ruby> sau</p>')
    expect(text.trim()).toBe('chữ dưới (trên) sau')
  })

  test('a list of 200,000 entries in another', async () => {
    const { text } = await read(`<ol><li>Mục<ol>${'<li>Việc'.repeat(200_000)}</ol></ol>${words}`)
    expect(text).toContain('\n200000. Việc\nSố 05/CT-UBND')
  })
})
