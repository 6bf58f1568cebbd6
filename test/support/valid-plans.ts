import { join } from 'node:path';
import type { Plan } from '../../src/model/plan.ts';
import { load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';

/** The plans of this repository. */
export function validPlans(): readonly Plan[] {
  return load(workingTree(join(import.meta.dirname, '../../plans')), ['.']).portfolio.plans;
}
