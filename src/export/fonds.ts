/**
 * What the operator says once for a box or a run, in a `fonds.yaml` beside the folder: what no document prints.
 * `directive-parse schema fonds` prints this as JSON Schema, `directive-parse init` writes it out with its comments.
 */
import { z } from 'zod'

const code = (pattern: RegExp, description: string) => z.string().regex(pattern).describe(description)
const text = (length: number, description: string) => z.string().min(1).max(length).describe(description)
const count = (description: string) => z.number().int().nonnegative().describe(description)
const day = (description: string) => z.iso.date().describe(description)

const organ = z.strictObject({ name: z.string(), id: z.string() })

export const fondsSchema = z.strictObject({
  archiveCode: text(50, 'Mã cơ quan lưu trữ / code of the archive').optional(),
  archiveName: text(200, 'Tên cơ quan lưu trữ / name of the archive').optional(),
  fondsCode: text(50, 'Mã phông / code of the fonds').optional(),
  fondsName: text(200, 'Tên phông / name of the fonds').optional(),
  agencyCode: text(35, 'Mã định danh cơ quan (QĐ 20/2020/QĐ-TTg): H49.64.33 / code of the agency').optional(),
  agencyName: text(
    200,
    'Tên cơ quan hình thành phông: văn bản của cơ quan này là văn bản đi / whose own documents are outgoing',
  ).optional(),
  direction: z.enum(['outgoing', 'incoming']).describe('outgoing: văn bản đi, incoming: văn bản đến').optional(),
  fileCode: text(100, 'Mã hồ sơ lưu trữ / code of the file').optional(),
  fileCatalog: z.number().int().min(1900).max(2999).describe('Năm hình thành hồ sơ / year of the file').optional(),
  fileNotation: text(20, 'Số và ký hiệu hồ sơ / notation of the file').optional(),
  paperFileCode: text(
    100,
    'Mã hồ sơ giấy: mã kho.kho-giá-hộp.số hồ sơ, bắt buộc khi số hóa / of the paper file, required where digitised',
  ).optional(),
  title: text(1000, 'Tiêu đề hồ sơ / title of the file').optional(),
  maintenance: code(
    /^0[1-7]$/,
    'Thời hạn lưu trữ: 01 vĩnh viễn, 02 70 năm, 03 50, 04 30, 05 20, 06 10, 07 khác / retention',
  ).optional(),
  mode: code(/^0[1-3]$/, 'Chế độ sử dụng: 01 công khai, 02 có điều kiện, 03 mật / access').optional(),
  language: code(/^(0[1-9]|1[01])$/, 'Ngôn ngữ: 01 Việt (mặc định), 02 Anh, 03 Pháp, … 11 khác / language').optional(),
  format: code(/^0[1-3]$/, 'Tình trạng vật lý: 01 tốt, 02 bình thường, 03 hỏng / physical state').optional(),
  confidenceLevel: code(
    /^0[1-3]$/,
    'Mức độ tin cậy: 01 gốc điện tử, 02 số hóa, 03 hỗn hợp; bỏ trống: theo tệp / by the files where left out',
  ).optional(),
  process: code(/^[01]$/, 'Có kèm quy trình xử lý: 0, 1 / whether a workflow file is attached').optional(),
  keyword: text(100, 'Từ khóa / keywords').optional(),
  inforSign: text(30, 'Ký hiệu thông tin / information sign').optional(),
  numberOfPaper: count('Tổng số tờ của hồ sơ / sheets of the paper file').optional(),
  riskRecovery: code(/^[01]$/, 'Chế độ dự phòng: 0, 1 / backup').optional(),
  riskRecoveryStatus: code(/^0[12]$/, 'Tình trạng dự phòng: 01 đã, 02 chưa / state of the backup').optional(),
  description: text(2000, 'Ghi chú / note').optional(),
  startOrdinal: z
    .number()
    .int()
    .positive()
    .describe('Số thứ tự của văn bản đầu tiên (mặc định 1) / ordinal of the first document')
    .optional(),
  rights: text(30, 'Quyền sử dụng, theo Phụ lục VI NĐ 30/2020 / rights').optional(),
  creator: text(30, 'Người lập hồ sơ / who made the file').optional(),
  receiver: text(1000, 'Đơn vị hoặc người nhận văn bản đến / who receives incoming documents').optional(),
  keeper: text(200, 'Đơn vị, người nhận bản lưu / who keeps the file copy').optional(),
  priorities: z
    .record(z.string(), z.string().regex(/^\d$/))
    .describe('Mã mức độ khẩn, mật của phần mềm: { Khẩn: "1" } / codes of urgency and secrecy')
    .optional(),
  edxml: z
    .strictObject({
      typeCodes: z
        .record(z.string(), z.string())
        .describe('Mã loại văn bản của trục: { Công văn: "18" } / type codes of the gateway')
        .optional(),
      organs: z.array(organ).describe('Mã định danh nơi nhận / codes of addressees').optional(),
    })
    .describe('edXML, QCVN 102:2016/BTTTT')
    .optional(),
  request: z
    .strictObject({
      requestID: text(100, 'Mã yêu cầu'),
      requestDate: day('Ngày yêu cầu'),
      purpose: code(/^0[1-3]$/, 'Mục đích: 01–03'),
      purposeContent: text(500, 'Nội dung mục đích').optional(),
      feeObjectType: code(/^(0[1-9]|10)$/, 'Đối tượng thu phí: 01–10').optional(),
      researchTopic: text(250, 'Đề tài nghiên cứu').optional(),
      description: text(500, 'Ghi chú').optional(),
    })
    .describe('Yêu cầu của độc giả, cho gói DIP / request of a reader, for a DIP')
    .optional(),
  repository: z
    .strictObject({
      name: text(200, 'Tên kho / name'),
      baseURL: z.url().describe('Địa chỉ phục vụ OAI-PMH / address'),
      adminEmail: z.email().describe('Thư điện tử quản trị / of the administrator'),
    })
    .describe('Kho tĩnh OAI-PMH / static repository')
    .optional(),
})

export type Fonds = z.infer<typeof fondsSchema>
