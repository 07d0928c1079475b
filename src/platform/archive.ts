import { constants, crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day the format knows: files of the same rows are the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** A text as it lies in an archive: what the archive says of it, and its packed bytes. */
export type PackedText = {
  readonly checksum: number;
  /** Of the text, before it was packed. */
  readonly bytes: number;
  readonly packed: Uint8Array;
};

/** A text of a file in pieces: no more than one of them is in memory unpacked. */
export type Packing = { add(piece: string): void; end(): PackedText };

/** Packs a text that comes in pieces. The same pieces are the same bytes. */
export function startPacking(): Packing {
  const packed: Uint8Array[] = [];
  let [checksum, bytes] = [0, 0];
  return {
    add: (piece) => {
      const content = Buffer.from(piece, 'utf8');
      checksum = crc32(content, checksum);
      bytes += content.length;
      // Each piece ends at a whole byte and is not the last one, so that they are one stream behind each other.
      packed.push(deflateRawSync(content, { finishFlush: constants.Z_SYNC_FLUSH }));
    },
    end: () => ({ checksum, bytes, packed: Buffer.concat([...packed, deflateRawSync('')]) }),
  };
}

function pack(text: string): PackedText {
  const content = Buffer.from(text, 'utf8');
  return { checksum: crc32(content), bytes: content.length, packed: deflateRawSync(content) };
}

/**
 * A ZIP archive of the parts (path, text) in their order, as office files are: the same parts are the same bytes. A large
 * text may come packed by {@link startPacking}.
 */
export function archive(parts: readonly (readonly [path: string, text: string | PackedText])[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const entry = typeof text === 'string' ? pack(text) : text;
    const path = Buffer.from(name, 'utf8');
    const common = entryFields(entry, path);
    const local = Buffer.concat([u32(0x04034b50), common, u16(0), path, entry.packed]);
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        common,
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        path,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const count = u16(parts.length);
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    count,
    count,
    u32(entries.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...locals, entries, end]);
}

/** What the local header and the directory say of an entry in the same words. */
function entryFields({ checksum, bytes, packed }: PackedText, path: Buffer): Buffer {
  const flags = [u16(20), u16(UTF8_NAMES), u16(DEFLATED), u16(0), u16(DOS_DATE)];
  return Buffer.concat([...flags, u32(checksum), u32(packed.length), u32(bytes), u16(path.length)]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
