/** The kinds of file this tool reads. */
export const FILE_KINDS = ['plan', 'owners', 'standards', 'settings'] as const;

export type FileKind = (typeof FILE_KINDS)[number];
