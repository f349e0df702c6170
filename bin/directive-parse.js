#!/usr/bin/env node
import { run } from '../dist/command/cli.mjs'
process.exitCode = await run(process.argv, process)
