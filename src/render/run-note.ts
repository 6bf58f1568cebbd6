/** Something about a run itself that whoever reads its findings must know. */
export interface RunNote {
  /** What it is about; null for the whole run. */
  readonly file: string | null;
  readonly message: string;
  readonly help: string | null;
}
