import type { BuiltInProfile } from '../profile.ts';
import { base } from './base.ts';
import { accepted, concurred, federal, fedramp, hmpps, hsab, implemented } from './bodies.ts';

export { base };

/** The profiles that come with the tool, for `--map NAME` and `extends: NAME`. */
export const profiles: readonly BuiltInProfile[] = [
  hmpps,
  hsab,
  accepted,
  concurred,
  implemented,
  federal,
  fedramp,
];
