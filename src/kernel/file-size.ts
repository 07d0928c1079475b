/** Bytes of a MiB, which screens and refusals call MB. */
export const MIB = 1_048_576;

/** A limit in bytes as refusals say it, in whole MB: what is beyond it is never promised. */
export function inMegabytes(bytes: number): string {
  return `${Math.floor(bytes / MIB)} MB`;
}

/** The largest file that a record takes, in MiB: a limit of a machine and of a hall's network [FS2]. */
export const MOST_FILE_MIB = 10;

/** What is said of a larger one, by the page before it is sent and by the server that counts. */
export const FILE_TOO_LARGE =
  'Tệp {file} lớn hơn {mostMib} MB. Chụp lại với cỡ nhỏ hơn, hoặc chia tệp rồi gửi lại.';

/** So many files come with one report of a task. */
export const MOST_FILES_OF_REPORT = 10;

/** What is said of more. */
export const TOO_MANY_FILES = `Mỗi báo cáo kèm nhiều nhất ${MOST_FILES_OF_REPORT} tệp. Gửi báo cáo này rồi bổ sung sau.`;
