#!/usr/bin/env node
'use strict';

const { runCli } = require('../index.cjs');

process.exitCode = runCli(process.argv.slice(2));
