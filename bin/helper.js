const { workerData } = require('node:worker_threads');
const { load } = require('./load.js');

load().help(workerData.job, workerData.port);
