#!/usr/bin/env node
import { main, nodeHost } from '../dist/actionplan.js';

process.exitCode = await main(process.argv.slice(2), nodeHost(process));
