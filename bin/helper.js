import { workerData } from 'node:worker_threads';
import { load } from './load.js';

load().help(workerData.job, workerData.port);
