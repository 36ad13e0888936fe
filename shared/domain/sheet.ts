/** One part of a plain document: what a sheet of words is made of, before any format. */
export type SheetBlock =
  | Readonly<{ kind: 'title'; text: string }>
  | Readonly<{ kind: 'heading'; text: string }>
  | Readonly<{ kind: 'paragraph'; label: string; text: string }>
  | Readonly<{ kind: 'list'; items: readonly string[] }>
  | Readonly<{ kind: 'break' }>;

/** A document of headings, paragraphs and lists; texts are plain, each format escapes them. */
export type Sheet = readonly SheetBlock[];
