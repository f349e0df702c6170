#!/usr/bin/env node
'use strict'
const { useCodeCache } = require('./code-cache.js')
useCodeCache(require('node:path').join(__dirname, '..', 'dist', 'command'))
require('../dist/command/cli.cjs')
  .run(process.argv, process)
  .then((code) => {
    process.exitCode = code
  })
