/** What the reader is ready to take on. They are limits of a machine, not rules of lending, so they are not dated rows. */
export type ReaderLimits = {
  /** The file as it arrives. */
  readonly fileBytes: number;
  /** Entries in the archive. */
  readonly entries: number;
  /** One entry, inflated. */
  readonly entryInflatedBytes: number;
  /** All entries together, inflated. */
  readonly totalInflatedBytes: number;
  /** Inflated ÷ compressed of one entry, looked at above {@link ReaderLimits.ratioFreeBytes}. */
  readonly ratio: number;
  /** Entries that stay below this when inflated may have any ratio: a small sheet of zeros is no bomb. */
  readonly ratioFreeBytes: number;
  /** One tag or one piece of text, in bytes of XML. Excel itself holds 32,767 characters in a cell. */
  readonly tokenBytes: number;
  /** The table of shared texts, inflated: it is held while the sheet is read. */
  readonly sharedTextBytes: number;
  /** The number of shared texts. */
  readonly sharedTexts: number;
  /** Elements of a sheet outside its rows: widths, merged cells, links, conditional formats. */
  readonly otherElements: number;
  /** A part that is read whole: workbook, relationships, styles. */
  readonly smallPartBytes: number;
};

const MIB = 1024 * 1024;

/** Four times the largest report seen (126 MiB of XML from 11 MiB), and far below what would hurt. */
export const DEFAULT_LIMITS: ReaderLimits = {
  fileBytes: 64 * MIB,
  entries: 2_000,
  entryInflatedBytes: 512 * MIB,
  totalInflatedBytes: 768 * MIB,
  ratio: 200,
  ratioFreeBytes: 4 * MIB,
  tokenBytes: MIB,
  sharedTextBytes: 64 * MIB,
  sharedTexts: 1_000_000,
  otherElements: 1_000_000,
  smallPartBytes: 8 * MIB,
};
