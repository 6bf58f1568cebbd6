// How long the program takes over bare Node: ratios and differences of one run, never a timed test.
import { spawnSync } from 'node:child_process';
import { Bench } from 'tinybench';

const run = (argv) => () => {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`exit ${status}: ${argv.join(' ')}`);
};

const bench = new Bench({
  time: 0,
  iterations: 20,
  warmupTime: 0,
  warmupIterations: 2,
  throws: true,
});
bench
  .add('node -e 0', run(['-e', '0']))
  .add('--version', run(['bin/actionplan.js', '--version']))
  .add('validate plans', run(['bin/actionplan.js', 'validate', 'plans']))
  .add('report overdue plans', run(['bin/actionplan.js', 'report', 'overdue', 'plans']))
  .add(
    'report summary --format json',
    run(['bin/actionplan.js', 'report', 'summary', 'plans', '--format', 'json']),
  );
await bench.run();

const median = (task) => task.result.latency.p50;
const bare = median(bench.tasks[0]);
console.table(
  bench.tasks.map((task) => ({
    command: task.name,
    'median ms': median(task).toFixed(1),
    'over bare Node, ms': (median(task) - bare).toFixed(1),
    ratio: (median(task) / bare).toFixed(2),
  })),
);
