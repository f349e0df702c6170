/**
 * Object storage by the AWS SDK: S3, and whatever speaks its protocol (`AWS_ENDPOINT_URL`). Region, credentials and endpoint
 * come from where the SDK always looks for them: the environment, `~/.aws`, the machine's role.
 */
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'

export interface ObjectInList {
  url: string
  /** Below the prefix, with `/`. */
  relative: string
  size: number
}

/** A bucket, or what stands below a prefix in it. */
export interface Objects {
  /** By name, as the storage sorts them: by the bytes of UTF-8. */
  list(): AsyncIterable<ObjectInList>
  /** @throws with the code ENOENT or EACCES, as a file system does, or the storage's own error. */
  read(relative: string): Promise<{ size: number; body: AsyncIterable<Uint8Array> }>
  get(relative: string): Promise<Uint8Array>
  put(relative: string, bytes: Uint8Array, metadata?: Record<string, string>): Promise<void>
  /** Null where there is no such object. */
  metadata(relative: string): Promise<Record<string, string> | null>
}

const ATTEMPTS = 5
let client: S3Client | undefined

function clientOf(): S3Client {
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  client ??= new S3Client({
    maxAttempts: ATTEMPTS,
    region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
    // Storage of one's own seldom has a name for each bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  })
  return client
}

/** @param url `s3://bucket` or `s3://bucket/prefix`; a prefix is a folder. */
export function openObjects(url: string): Objects {
  const [, bucket, path = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(url) ?? []
  if (bucket === undefined) throw new Error(`${url}: expected s3://bucket/prefix`)
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`
  const Bucket = bucket
  const at = (relative: string) => ({ Bucket, Key: prefix + relative })
  const guarded = async <T>(act: Promise<T>): Promise<T> =>
    act.catch((error) => {
      throw withCode(error)
    })

  const read = async (relative: string) => {
    const { Body, ContentLength = 0 } = await guarded(clientOf().send(new GetObjectCommand(at(relative))))
    return { size: ContentLength, body: Body as unknown as AsyncIterable<Uint8Array> }
  }
  return {
    read,
    list: async function* () {
      for (let next: string | undefined, more = true; more; more = next !== undefined) {
        const page = await guarded(
          clientOf().send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: next })),
        )
        for (const { Key = '', Size = 0 } of page.Contents ?? []) {
          if (!Key.endsWith('/')) yield { url: `s3://${bucket}/${Key}`, relative: Key.slice(prefix.length), size: Size }
        }
        next = page.NextContinuationToken
      }
    },
    get: async (relative) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of (await read(relative)).body) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    put: async (relative, bytes, metadata = {}) => {
      await guarded(clientOf().send(new PutObjectCommand({ ...at(relative), Body: bytes, Metadata: metadata })))
    },
    metadata: async (relative) => {
      try {
        return (await guarded(clientOf().send(new HeadObjectCommand(at(relative))))).Metadata ?? {}
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
  }
}

const CODES: Record<string, string> = {
  NoSuchKey: 'ENOENT',
  NotFound: 'ENOENT',
  NoSuchBucket: 'ENOENT',
  AccessDenied: 'EACCES',
  Forbidden: 'EACCES',
}

function withCode(error: Error): Error {
  const code = CODES[error.name]
  return code === undefined ? error : Object.assign(error, { code })
}
