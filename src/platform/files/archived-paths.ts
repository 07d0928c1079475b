const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
/** An office file has tens of parts. */
const MOST_ENTRIES = 2_000;

/**
 * The paths in the directory of a ZIP archive, without unpacking anything; none where the bytes are no archive, or one that
 * is not whole.
 */
export function archivedPaths(bytes: Buffer): readonly string[] {
  const end = endOf(bytes);
  if (end === undefined || bytes.readUInt32LE(0) !== 0x04034b50) return [];
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > MOST_ENTRIES) return [];
  const paths: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < entries; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return [];
    const [path, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    paths.push(bytes.subarray(at + 46, at + 46 + path).toString('utf8'));
    at += 46 + path + extra + comment;
  }
  return paths;
}

function endOf(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}
