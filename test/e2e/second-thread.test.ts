import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HandedOver, help } from '../../src/helper.ts';
import { digestOf } from '../../src/kept-results.ts';
import { rules } from '../../src/rules/index.ts';
import { load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';
import { putAway, type StartSecondThread } from '../../src/validate/put-away.ts';
import { CHUNK, sharedCells, takeForProgram, WORTH_IT } from '../../src/validate/shared-work.ts';
import { faultyPlan } from '../support/faulty-plans.ts';
import { runIn } from '../support/memory-host.ts';
import { temporaryFolder } from '../support/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'actionplan-threads-'));
const count = WORTH_IT + 60;
const names = Array.from({ length: count }, (_, index) => `plan-${index}.yaml`);
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  for (const [index, name] of names.entries()) writeFileSync(join(folder, name), faultyPlan(index));
  writeFileSync(
    join(folder, 'actionplan.yaml'),
    'overrides:\n  - files: [plan-9*.yaml]\n    rules:\n      smart-time-bound: warning\n',
  );
  writeFileSync(
    join(folder, 'owners.yaml'),
    'owners:\n  - id: records\n    organisation: Archive\n    role: Records team\n',
  );
});

it('two threads find what one does, in the same order', { timeout: 60_000 }, async () => {
  // What both have found is also kept for the next run.
  const kept = ['--cache', '--format', 'json', '--show-waived'];
  const place = temporaryFolder();
  for (const rest of [kept, kept, ['--rule', 'smart-time-bound']]) {
    const argv = ['validate', '.', '--as-of', '2023-05-01', ...rest];
    const one = await runIn(folder, argv);
    const bin = join(import.meta.dirname, '../../bin/actionplan.js');
    const two = spawnSync(process.execPath, [bin, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, XDG_CACHE_HOME: place },
    });
    expect({ status: two.status, stdout: two.stdout, stderr: two.stderr }).toEqual({
      status: one.exit,
      stdout: one.stdout,
      stderr: one.stderr,
    });
  }
  expect(readdirSync(join(place, 'actionplan'))).toHaveLength(1);
});

it('the second thread hands over what it found, and leaves what is no plan to the program', () => {
  const all = [...names, 'owners.yaml', 'gone.yaml'];
  const cells = sharedCells(all.length);
  const { port1, port2 } = new MessageChannel();
  const job = { cwd: folder, files: all, settings: 'actionplan.yaml', asOf: '2023-05-01' };
  // The program has the first chunk.
  expect(takeForProgram(cells, 0)).toBe(true);
  help({ ...job, only: undefined, maxBytes: 1e6, digests: true, cells }, port2);
  const files = new Map<string, boolean>();
  for (let one = receiveMessageOnPort(port1); one; one = receiveMessageOnPort(port1)) {
    const { chunk, known } = one.message as HandedOver;
    for (const [index, each] of known.entries()) {
      const name = all[chunk * CHUNK + index] ?? '';
      if (each) {
        expect(each.read.file).toBe(name);
        expect(each.digest).toEqual(digestOf(readFileSync(join(folder, name))));
      }
      files.set(name, each !== undefined);
    }
  }
  port1.close();
  expect([...files.keys()].sort()).toEqual(all.slice(CHUNK).sort());
  expect(
    [...files]
      .filter(([, done]) => !done)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['gone.yaml', 'owners.yaml']);
});

it('few files are not worth a second thread', () => {
  const started: number[] = [];
  const secondThread: StartSecondThread = ({ files }) => {
    started.push(files.length);
    return undefined;
  };
  const tree = workingTree(folder);
  for (const paths of [names.slice(0, WORTH_IT - 1), names]) {
    load(tree, paths, { keep: putAway(rules, { asOf: '2023-05-01' }, { secondThread }).keep });
  }
  expect(started).toEqual([count]);
});
