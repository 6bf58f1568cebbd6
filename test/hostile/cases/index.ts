import type { CaseClass } from '../case.ts';
import { names } from './names.ts';
import { settings } from './settings.ts';
import { values } from './values.ts';
import { waivers } from './waivers.ts';
import { yaml } from './yaml.ts';

export const classes: readonly CaseClass[] = [yaml, values, names, settings, waivers];
