#!/usr/bin/env node
import { load } from './load.js';

const { main, nodeHost } = load();
process.exitCode = await main(process.argv.slice(2), nodeHost(process));
