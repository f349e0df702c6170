/** What Prometheus asks for: counts and times, and nothing of a document. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Answered } from './options.ts'
import type { Reader } from './reader.ts'

export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter<'method' | 'route' | 'status'>
  readonly #seconds: Histogram<'route'>

  constructor(reader: Reader) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#requests = new Counter({
      name: 'directive_parse_requests_total',
      help: 'Requests that were answered, by address and status',
      labelNames: ['method', 'route', 'status'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'directive_parse_request_seconds',
      help: 'Seconds from a request to its answer',
      labelNames: ['route'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300],
      registers,
    })
    new Gauge({
      name: 'directive_parse_documents',
      help: 'Documents in the hands of workers (running), and requests with a place that have none yet (waiting)',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'running' }, reader.running)
        this.set({ state: 'waiting' }, reader.waiting)
      },
    })
  }

  count({ method, route, status, seconds }: Answered): void {
    const known = route ?? 'none'
    this.#requests.inc({ method, route: known, status })
    this.#seconds.observe({ route: known }, seconds)
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
