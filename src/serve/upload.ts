/** The document in a request: its bytes and its name. No name ever opens a file: it is a label, and its ending tells Markdown. */
import { readStream, refuseLarge, type SourceOptions } from '../batch/source.ts'
import { ProblemError } from '../messages.ts'

export interface Upload {
  /** Without folders; null where the request names none. */
  name: string | null
  bytes: Uint8Array
}

/** What may stand around the file in a form. */
const FORM = 64 * 1024

/**
 * The body itself, named by `Content-Disposition: attachment; filename="…"`, or the first file of a form
 * (`multipart/form-data`). A body that is too large is read no further than may be.
 *
 * @throws {ReadError} where it is too large.
 * @throws {ProblemError} `no-document` where a form holds no file, or is broken.
 */
export async function uploadOf(request: Request, options: SourceOptions): Promise<Upload> {
  const { headers, body } = request
  const type = headers.get('content-type') ?? ''
  const isForm = /^multipart\/form-data\b/i.test(type)
  const limits = { ...options.read.limits, bytes: (options.read.limits?.bytes ?? 0) + (isForm ? FORM : 0) }
  const told = { ...options, read: { ...options.read, limits } }
  refuseLarge(Number(headers.get('content-length') ?? 0), told)
  const bytes = body === null ? Buffer.alloc(0) : await readStream(body, told)
  if (!isForm) return { name: nameIn(headers.get('content-disposition')), bytes }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null)
  const file = [...(form?.values() ?? [])].find((value) => typeof value !== 'string')
  if (file === undefined) throw new ProblemError('no-document')
  return { name: label(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** RFC 6266: `filename*=UTF-8''c%C3%B4ng.txt` goes before `filename="cong.txt"`. */
function nameIn(disposition: string | null): string | null {
  const [, encoded] = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition ?? '') ?? []
  const [, quoted, plain] = /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? '') ?? []
  try {
    if (encoded !== undefined) return label(decodeURIComponent(encoded))
  } catch {
    // Not encoded as it says: the plain name is left.
  }
  return label(quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '')
}

/** The last part of a path, without control characters. */
function label(name: string): string | null {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{Cc}/gu, '').slice(0, 255)
  return clean === '' || clean === '.' || clean === '..' ? null : clean
}
