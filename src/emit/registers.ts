/** The printed registers and lists of Nghị định 30/2020/NĐ-CP, and the input fields of its Phụ lục VI. */
import { gatheringFormat } from './emitter.ts'

export const registers = gatheringFormat({
  name: 'registers',
  help: {
    en: 'registers and lists of Nghị định 30/2020, as XLSX and CSV into the folder of -o',
    vi: 'sổ đăng ký, mục lục theo Nghị định 30/2020, dạng XLSX và CSV vào thư mục của -o',
  },
  extension: '',
  holds: 'folder',
  load: async () => (await import('../export/registers.ts')).registersEmitter,
})
