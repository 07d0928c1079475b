import { crc32, deflateRawSync } from 'node:zlib';

/** A file for {@link writeZip}; everything but name and content is there to lie with. */
export type ZipFile = {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly isStored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** The inflated size that the directory claims. */
  readonly claimedBytes?: number;
  /** The name in the entry's own header, where it differs from the directory. */
  readonly localName?: string;
  readonly unixMode?: number;
  /** Writes sizes and offset as 64-bit fields. */
  readonly isZip64?: boolean;
  /** Points the directory to the bytes of the file written before. */
  readonly sharesPrevious?: boolean;
};

/** What the end record claims, where it lies. */
export type ZipEnd = {
  readonly entries?: number;
  readonly directoryBytes?: number;
  readonly directoryOffset?: number;
  readonly entries64?: bigint;
};

/** Writes a zip archive, as honest or dishonest as it is told. */
export function writeZip(files: readonly ZipFile[], end: ZipEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  let previous = 0;
  for (const file of files) {
    const packed = pack(file);
    const at = file.sharesPrevious ? previous : offset;
    records.push(directoryRecord(file, packed, at));
    previous = at;
    if (file.sharesPrevious) continue;
    const local = Buffer.concat([localHeader(file, packed), packed.data]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  return Buffer.concat([...locals, directory, ...endRecords(files.length, directory.length, offset, end)]);
}

type Packed = { data: Buffer; crc: number; bytes: number; method: number };

function pack(file: ZipFile): Packed {
  const content = Buffer.from(file.content);
  return {
    data: file.isStored ? content : deflateRawSync(content),
    crc: file.crc ?? crc32(content),
    bytes: file.claimedBytes ?? content.length,
    method: file.method ?? (file.isStored ? 0 : 8),
  };
}

function localHeader(file: ZipFile, packed: Packed): Buffer {
  const name = Buffer.from(file.localName ?? file.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(file.flags ?? 0, 6);
  header.writeUInt16LE(packed.method, 8);
  header.writeUInt32LE(packed.crc, 14);
  header.writeUInt32LE(packed.data.length, 18);
  header.writeUInt32LE(packed.bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryRecord(file: ZipFile, packed: Packed, offset: number): Buffer {
  const name = Buffer.from(file.name);
  const extra = file.isZip64 ? zip64Extra([packed.bytes, packed.data.length, offset]) : Buffer.alloc(0);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(file.unixMode === undefined ? 20 : 0x0314, 4);
  record.writeUInt16LE(file.flags ?? 0, 8);
  record.writeUInt16LE(packed.method, 10);
  record.writeUInt32LE(packed.crc, 16);
  record.writeUInt32LE(file.isZip64 ? 0xffffffff : packed.data.length, 20);
  record.writeUInt32LE(file.isZip64 ? 0xffffffff : packed.bytes, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(((file.unixMode ?? 0) << 16) >>> 0, 38);
  record.writeUInt32LE(file.isZip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([record, name, extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  });
  return extra;
}

function endRecords(count: number, bytes: number, offset: number, claimed: ZipEnd): Buffer[] {
  const end = Buffer.alloc(22);
  const is64 = claimed.entries64 !== undefined;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(is64 ? 0xffff : (claimed.entries ?? count), 8);
  end.writeUInt16LE(is64 ? 0xffff : (claimed.entries ?? count), 10);
  end.writeUInt32LE(claimed.directoryBytes ?? bytes, 12);
  end.writeUInt32LE(claimed.directoryOffset ?? offset, 16);
  if (claimed.entries64 === undefined) return [end];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(claimed.entries64, 24);
  end64.writeBigUInt64LE(claimed.entries64, 32);
  end64.writeBigUInt64LE(BigInt(bytes), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return [end64, locator, end];
}
