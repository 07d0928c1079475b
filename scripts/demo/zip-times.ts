/** Moments as zip files write them: time of day and day, two bytes each, beside each other in both headers. */
const UNKNOWN = dosMoment(1980, 1, 1);
/** When the files that travel with the project were first written: they stay as they are. */
const WRITTEN = dosMoment(2026, 11, 23, { hour: 19, minute: 42 });

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const RECORD_BYTES = 46;

/** Gives every entry of a zip file without comment that carries its moment of writing the same one, in place. */
export function fixZipTimes(content: Buffer): void {
  for (const { record, local } of headersOf(content)) {
    if (content.readUInt32LE(record + 12) === UNKNOWN) continue;
    content.writeUInt32LE(WRITTEN, record + 12);
    content.writeUInt32LE(WRITTEN, local + 10);
  }
}

/** Name, moment, check sum and size of every entry: equal where the contents are, however they were compressed. */
export function zipEntries(content: Buffer) {
  return headersOf(content).map(({ record, local }) => ({
    name: content.toString(
      'utf8',
      record + RECORD_BYTES,
      record + RECORD_BYTES + content.readUInt16LE(record + 28),
    ),
    moments: [content.readUInt32LE(record + 12), content.readUInt32LE(local + 10)],
    crc: content.readUInt32LE(record + 16),
    bytes: content.readUInt32LE(record + 24),
  }));
}

/** Where the headers of each entry begin: its record in the directory, and its own before the content. */
function headersOf(content: Buffer): { record: number; local: number }[] {
  const end = content.length - END_BYTES;
  if (content.readUInt32LE(end) !== END_SIGNATURE) throw new Error('not a zip file without a comment');
  const headers: { record: number; local: number }[] = [];
  let record = content.readUInt32LE(end + 16);
  for (let left = content.readUInt16LE(end + 10); left > 0; left--) {
    headers.push({ record, local: content.readUInt32LE(record + 42) });
    const [name, extra, comment] = [28, 30, 32].map((at) => content.readUInt16LE(record + at));
    record += RECORD_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return headers;
}

function dosMoment(year: number, month: number, day: number, { hour = 0, minute = 0 } = {}): number {
  return (((year - 1980) << 9) | (month << 5) | day) * 0x10000 + ((hour << 11) | (minute << 5));
}
