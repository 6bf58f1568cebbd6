// Loaded into a run of the program, to tell at its end how much memory it held at most and for how
// long it worked. Where it can write nothing anywhere, the runner takes what it saw from outside.
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');

const file = process.env.HOSTILE_COST;
delete process.env.HOSTILE_COST;
if (isMainThread && file) {
  process.on('exit', () => {
    try {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      writeFileSync(file, JSON.stringify([maxRSS / 1024, (userCPUTime + systemCPUTime) / 1000]));
    } catch {
      // The disk of the case is full, or there are no more files to be had.
    }
  });
}
