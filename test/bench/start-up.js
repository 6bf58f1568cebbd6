// How long the program takes over bare Node: differences and ratios of one run, never a timed test.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const ROUNDS = 15;
/** @type {{ name: string, argv: string[] }[]} */
const commands = [
  { name: 'node -e 0', argv: ['-e', '0'] },
  { name: '--version', argv: ['bin/actionplan.js', '--version'] },
  { name: 'validate plans', argv: ['bin/actionplan.js', 'validate', 'plans'] },
  { name: 'report overdue plans', argv: ['bin/actionplan.js', 'report', 'overdue', 'plans'] },
  {
    name: 'report summary plans',
    argv: ['bin/actionplan.js', 'report', 'summary', 'plans', '--format', 'json'],
  },
];

// Rounds go through all commands, so that a slow moment of the machine falls on all of them.
const times = commands.map(() => []);
for (let round = 0; round < ROUNDS; round += 1) {
  commands.forEach(({ name, argv }, index) => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`exit ${status}: ${name}`);
    times[index].push(performance.now() - start);
  });
}
const medians = times.map((list) => list.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]);
const [bare] = medians;
for (const [index, { name }] of commands.entries()) {
  const median = medians[index];
  const over = `+${(median - bare).toFixed(0)} ms`;
  console.log(
    `${name.padEnd(22)} ${median.toFixed(0).padStart(5)} ms ${over.padStart(8)}   × ${(median / bare).toFixed(2)}`,
  );
}
