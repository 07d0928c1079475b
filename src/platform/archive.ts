import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day the format knows: files of the same rows are the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** A ZIP archive of the parts (path, text) in their order, as office files are: the same parts are the same bytes. */
export function archive(parts: readonly (readonly [path: string, text: string])[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const content = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(content);
    const path = Buffer.from(name, 'utf8');
    const common = entryFields({ content, packed, path });
    const local = Buffer.concat([u32(0x04034b50), common, u16(0), path, packed]);
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
function entryFields({ content, packed, path }: { content: Buffer; packed: Buffer; path: Buffer }): Buffer {
  const flags = [u16(20), u16(UTF8_NAMES), u16(DEFLATED), u16(0), u16(DOS_DATE)];
  return Buffer.concat([
    ...flags,
    u32(crc32(content)),
    u32(packed.length),
    u32(content.length),
    u16(path.length),
  ]);
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
