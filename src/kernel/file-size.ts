/** Bytes of a MiB, which screens and refusals call MB. */
export const MIB = 1_048_576;

/** The largest file that a record takes, in MiB: a limit of a machine and of a hall's network [FS2]. */
export const MOST_FILE_MIB = 10;
