import type { Target } from '../target.ts';
import { arguingTargets } from './arguing.ts';
import { checkingTargets } from './checking.ts';
import { editingTargets } from './editing.ts';
import { exchangingTargets } from './exchanging.ts';
import { readingTargets } from './reading.ts';

export const targets: readonly Target[] = [
  ...readingTargets,
  ...checkingTargets,
  ...editingTargets,
  ...exchangingTargets,
  ...arguingTargets,
];
