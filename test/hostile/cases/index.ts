import type { CaseClass } from '../case.ts';
import { yaml } from './yaml.ts';

export const classes: readonly CaseClass[] = [yaml];
