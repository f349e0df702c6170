/** Somebody who watches files being done, one after the other. */
export interface Shown {
  begin(path: string): void
  /** A page of it is begun, from 1. */
  page(path: string, page: number, of: number): void
  /** It is put off and will be begun again. */
  leave(path: string): void
  end(path: string, status?: 'done' | 'failed'): void
}

/** Told all that will be done before the first is begun. */
export type Watch = (paths: string[]) => Promise<Shown | null>
