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
  {
    file: 'mended-value.yaml',
    target: 'validate-plan',
    was: 'where a value was mended in memory, findings stood beyond the end of the line in the file',
  },
  {
    file: 'damaged-part.docx',
    target: 'import-docx',
    was: 'a Word document with a damaged part ended as a fault of this program',
  },
  {
    file: 'cell-twice.xlsx',
    target: 'import-xlsx',
    was: 'a workbook in which a cell stands twice ended as a fault of this program',
  },
  {
    file: 'evidence-in-a-file.yaml',
    target: 'export',
    was: 'evidence that is a file beside the plan came back from a table as a title alone',
  },
  {
    file: 'id-with-a-dot-at-its-end.yaml',
    target: 'export',
    was: 'an action whose id a table would have in another form came back as a new one',
  },
  {
    file: 'replacement-sign.yaml',
    target: 'export',
    was: 'a workbook left out the sign that stands for what could not be read',
  },
  {
    file: 'owner-named-twice.yaml',
    target: 'export',
    was: 'an owner who was named twice came back from a table as a change',
  },
];
