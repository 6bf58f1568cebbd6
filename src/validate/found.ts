import type { Diagnostic, Path } from '../model/diagnostic.ts';

/** A finding of a rule with the path it is about, which waivers and the cascade check go by. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
}
