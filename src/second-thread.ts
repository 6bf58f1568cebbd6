import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { HandedOver, Job } from './helper.ts';
import type { SecondThread } from './validate/put-away.ts';
import {
  awaitHandOver,
  CHUNK,
  handedOver,
  sharedCells,
  takeForProgram,
} from './validate/shared-work.ts';

/** Longer than any chunk takes: a thread that says nothing for so long is given up. */
const PATIENCE = 20_000;

export function startSecondThread(
  cwd: string,
  job: Omit<Job, 'cells' | 'cwd'>,
): SecondThread | undefined {
  if (availableParallelism() < 2) return undefined;
  const cells = sharedCells(job.files.length);
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('../bin/helper.js', import.meta.url), {
    workerData: { job: { ...job, cwd, cells }, port: port2 },
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  // Whatever befalls it, its files are then checked here.
  worker.on('error', () => {});
  worker.unref();
  port1.unref();

  const results = new Map<number, HandedOver['known']>();
  let alive = true;
  const receive = (): void => {
    for (let one = receiveMessageOnPort(port1); one; one = receiveMessageOnPort(port1)) {
      const { chunk, known } = one.message as HandedOver;
      results.set(chunk, known);
    }
  };
  return {
    take: (index) => {
      const chunk = Math.floor(index / CHUNK);
      if (!alive || takeForProgram(cells, chunk)) return undefined;
      while (!results.has(chunk)) {
        const before = handedOver(cells);
        receive();
        if (results.has(chunk)) break;
        alive = awaitHandOver(cells, before, PATIENCE);
        if (!alive) return undefined;
      }
      const known = results.get(chunk)?.[index % CHUNK];
      if ((index + 1) % CHUNK === 0) results.delete(chunk);
      return known;
    },
    end: () => {
      port1.close();
      void worker.terminate();
    },
  };
}
