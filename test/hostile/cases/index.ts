import type { CaseClass } from '../case.ts';
import { words } from './arguments.ts';
import { environment } from './environment.ts';
import { files } from './files.ts';
import { git } from './git.ts';
import { names } from './names.ts';
import { outputs } from './outputs.ts';
import { settings } from './settings.ts';
import { site } from './site.ts';
import { values } from './values.ts';
import { waivers } from './waivers.ts';
import { yaml } from './yaml.ts';

export const classes: readonly CaseClass[] = [
  yaml,
  values,
  names,
  files,
  git,
  settings,
  waivers,
  words,
  environment,
  outputs,
  site,
];
