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
  /** Elements, comments and instructions of a sheet or of the shared texts that may hold nothing. */
  readonly emptyElements: number;
  /** How many more each filled cell allows: formula, value, runs of a text. */
  readonly elementsPerFilled: number;
  /** How many more each shared text allows. */
  readonly elementsPerText: number;
  /** The same of a part that is read whole. Excel has 65,490 formats of cells, reports have some hundred. */
  readonly smallPartElements: number;
  /** Bytes of a sheet that may hold nothing. */
  readonly emptyBytes: number;
  /** Bytes of a sheet that each filled cell allows beside {@link ReaderLimits.emptyBytes}. */
  readonly bytesPerFilled: number;
  /** A part that is read whole: workbook, relationships, styles. */
  readonly smallPartBytes: number;
};

const MIB = 1024 * 1024;

/**
 * Sizes are four times the largest report seen (126 MiB of XML from 11 MiB). The largest report has 54 bytes and at most three elements
 * for each filled cell; what holds nothing is looked at for less than a second, however small the file is that it comes from.
 */
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
  emptyElements: 250_000,
  elementsPerFilled: 5,
  elementsPerText: 2,
  smallPartElements: 65_490,
  emptyBytes: 8 * MIB,
  bytesPerFilled: 256,
  smallPartBytes: 8 * MIB,
};
