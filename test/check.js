// Everything a contributor needs before a commit: runs every check, even after one has failed, and
// ends with one line, `N passed, N failed`, that counts each test and each other check.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'actionplan-check-'));
const results = join(folder, 'tests.json');

const checks = [
  ['build', 'node build.js'],
  ['format', 'biome check --error-on-warnings .'],
  ['lint', 'oxlint --type-aware --deny-warnings --tsconfig test/tsconfig.json'],
  ['types', 'tsc && tsc -p test/tsconfig.json --noEmit'],
  ['unused code', 'knip'],
  ['package', 'publint --strict'],
];

let passed = 0;
let failed = 0;
let skipped = 0;
for (const [name, command] of checks) {
  console.log(`\n# ${name}: ${command}`);
  if (run(command)) passed += 1;
  else failed += 1;
}

console.log('\n# tests: vitest run');
const green = run(
  `vitest run --reporter=dot --reporter=json --outputFile.json=${JSON.stringify(results)}`,
);
try {
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  skipped = counts.numPendingTests;
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // A file that cannot even be loaded has no tests to fail.
  if (!green && counts.numFailedTests === 0) failed += 1;
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true });

if (skipped > 0) {
  // Chromium and LibreOffice are needed by some, and required where ACTIONPLAN_PROGRAMS says so.
  console.log(
    `\n${skipped} skipped: not for this case, or for want of what docs/contributing.md names`,
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string} command */
function run(command) {
  return spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0;
}
