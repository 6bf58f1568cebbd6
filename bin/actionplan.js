#!/usr/bin/env node
// CommonJS, of which Node loads a file in a quarter of the time of an ES module.
const { load } = require('./load.js');

load().start(process);
