/** What stands in the folder that is carried about: starters, words for its reader, licences, Node, the package. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const LICENCES = {
  'directive-parse.txt': 'app/LICENSE',
  'in-the-command.txt': 'app/dist/command/LICENSES.txt',
  'in-the-library.txt': 'app/dist/LICENSES.txt',
  'tesseract-model.txt': 'app/models/LICENSE',
  'tesseract-model-notice.txt': 'app/models/NOTICE',
  'node.txt': 'node/LICENSE',
}

/** Around `folder/app` and `folder/node`, which are there already. What is only for debugging goes. */
export function layOut(folder, os) {
  dropMaps(join(folder, 'app/node_modules'))
  const starters = join(import.meta.dirname, os)
  for (const name of readdirSync(starters)) {
    const text = readFileSync(join(starters, name), 'utf8')
    writeFileSync(join(folder, name), os === 'win32' ? forWindows(name, text) : text)
    if (os !== 'win32') chmodSync(join(folder, name), name.endsWith('.txt') ? 0o644 : 0o755)
  }
  copyFileSync(join(import.meta.dirname, 'desktop.mjs'), join(folder, 'desktop.mjs'))
  mkdirSync(join(folder, 'LICENSES'), { recursive: true })
  for (const [name, path] of Object.entries(LICENCES))
    if (existsSync(join(folder, path))) copyFileSync(join(folder, path), join(folder, 'LICENSES', name))
  writeFileSync(join(folder, 'LICENSES/READ-ME.txt'), 'The packages in app/node_modules hold their own licences.\n')
}

/** Lines as Windows ends them. Notepad of old takes a text for UTF-8 by its mark alone; cmd takes the mark for a command. */
function forWindows(name, text) {
  return (name.endsWith('.txt') ? '\uFEFF' : '') + text.replaceAll('\n', '\r\n')
}

function dropMaps(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith('.map')) rmSync(join(entry.parentPath, entry.name))
}
