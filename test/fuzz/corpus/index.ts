/** An input that broke a promise once. */
export interface Kept {
  readonly file: string;
  /** The target whose promise it broke; all targets that read such files try it. */
  readonly target: string;
  readonly was: string;
}

export const corpus: readonly Kept[] = [
  {
    file: 'blank-lines-below-a-text.yaml',
    target: 'read-yaml',
    was: 'the fast reader did not count blank lines below a text that does not keep them',
  },
  {
    file: 'spaces-in-brackets.yaml',
    target: 'read-yaml',
    was: 'the fast reader did not count spaces within brackets',
  },
  {
    file: 'comment-below-a-blank-line.yaml',
    target: 'edit',
    was: 'a text that was added took in the comment below a blank line, so the edit was refused',
  },
];
