/** What Prometheus asks for, at `/metrics`; `/health` says whether Redis answers. */
import { createServer, type Server } from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Counts, countsOf, type DocumentQueue } from './queue.ts'

const HEALTH_SECONDS = 2

export class Metrics {
  readonly #registry = new Registry()
  readonly jobs: Counter<'outcome'>
  readonly seconds: Histogram
  readonly #queue: DocumentQueue

  constructor(queue: DocumentQueue) {
    this.#queue = queue
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.jobs = new Counter({
      name: 'directive_parse_jobs_total',
      help: 'Jobs of this worker, by outcome',
      labelNames: ['outcome'],
      registers,
    })
    this.seconds = new Histogram({
      name: 'directive_parse_job_seconds',
      help: 'Seconds from a job taken to its record written',
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300],
      registers,
    })
    new Gauge({
      name: 'directive_parse_queue_jobs',
      help: 'Jobs of the whole queue, by state; failed ones are the dead-letter list',
      labelNames: ['state'],
      registers,
      async collect() {
        const counts: Counts = await countsOf(queue)
        for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
      },
    })
  }

  /** @throws where the port is taken. */
  async serve(port: number): Promise<Server> {
    const server = createServer(async ({ url }, response) => {
      const answer = (status: number, type: string, body: string) =>
        response.writeHead(status, { 'content-type': type }).end(body)
      if (url === '/metrics') return answer(200, this.#registry.contentType, await this.#registry.metrics())
      if (url !== '/health') return answer(404, 'text/plain', 'not found\n')
      const isThere = await Promise.race([
        countsOf(this.#queue).then(() => true),
        later(HEALTH_SECONDS).then(() => false),
      ])
      answer(isThere ? 200 : 503, 'application/json', `${JSON.stringify({ redis: isThere })}\n`)
    })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
    return server
  }
}

function later(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref())
}
