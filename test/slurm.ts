/** A cluster of one machine, for the test that submits to it: Slurm's own daemons, with all their files in one folder. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

/** Starts the daemons; gives the surroundings in which `sbatch` finds them. They end with the test. */
export async function startSlurm(folder: string): Promise<NodeJS.ProcessEnv> {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true })
  const at = (name: string) => join(folder, name)
  writeFileSync(at('key'), randomBytes(1024), { mode: 0o600 })
  const [control, node] = [await freePort(), await freePort()]
  writeFileSync(at('slurm.conf'), configuration(at, control, node))
  const env = { ...process.env, SLURM_CONF: at('slurm.conf') }
  const start = (program: string, ...words: string[]) => execFileSync(program, words, { env, stdio: 'ignore' })
  onTestFinished(async () => {
    for (const name of ['slurmd', 'slurmctld', 'munge']) await stop(at(`${name}.pid`))
  })
  const files = { socket: 'munge.sock', 'key-file': 'key', 'pid-file': 'munge.pid', 'log-file': 'munge.log' }
  start('munged', '--force', ...Object.entries(files).map(([option, name]) => `--${option}=${at(name)}`))
  start('slurmctld', '-c')
  start('slurmd')
  return env
}

function configuration(at: (name: string) => string, control: number, node: number): string {
  const { username } = userInfo()
  return `ClusterName=one
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmUser=${username}
SlurmdUser=${username}
AuthType=auth/munge
AuthInfo=socket=${at('munge.sock')}
SlurmctldPort=${control}
SlurmdPort=${node}
SlurmctldPidFile=${at('slurmctld.pid')}
SlurmdPidFile=${at('slurmd.pid')}
SlurmdSpoolDir=${at('spool')}
StateSaveLocation=${at('state')}
SlurmctldLogFile=${at('slurmctld.log')}
SlurmdLogFile=${at('slurmd.log')}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Waits until a daemon has ended: it still writes into its folder on the way. */
async function stop(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8'))
  try {
    process.kill(pid)
    for (;;) {
      process.kill(pid, 0)
      await sleep(50)
    }
  } catch {
    // Gone.
  }
}
