import { isRefusal, type Outcome, type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type DirectoryRecord, readDirectory } from './archive-directory.ts';
import { entryNameFault } from './entry-name.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';

/** One file inside the archive, as its directory describes it. Sizes are in bytes; both may lie until inflating has shown them. */
export type ArchiveEntry = {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  /** Where the compressed bytes begin in the file. */
  readonly dataOffset: number;
};

/** The archive's directory, checked; entries by their name in lower case (part names of a workbook do not tell case). */
export type Archive = { readonly content: Buffer; readonly entries: ReadonlyMap<string, ArchiveEntry> };

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const FLAG_ENCRYPTED = 0x1;
const FLAG_STRONG_ENCRYPTION = 0x40;
const METHOD_STORED = 0;
const METHOD_DEFLATE = 8;
const MIB = 1024 * 1024;

/**
 * Reads and checks the directory of a zip file without inflating anything: count, names, methods, sizes, ratio, and that no two
 * entries share bytes of the file (a small file of overlapping entries can inflate to any size).
 */
export function openArchive(content: Buffer, limits: ReaderLimits): Outcome<Archive, ReaderRefusalCode> {
  const directory = readDirectory(content, limits.entries);
  if (isRefusal(directory)) return directory;
  const entries = new Map<string, ArchiveEntry>();
  let inflatedBytes = 0;
  let end = 0;
  for (const record of [...directory.records].sort((a, b) => a.localOffset - b.localOffset)) {
    const key = record.name.toLowerCase();
    const fault = entryNameFault(record) ?? (entries.has(key) ? 'tên trùng nhau' : undefined);
    if (fault !== undefined) return refuse('archiveEntryName', { name: printable(record.name), why: fault });
    const unsafe = unsafeEntry(record, limits);
    if (unsafe) return unsafe;
    inflatedBytes += record.inflatedBytes;
    if (inflatedBytes > limits.totalInflatedBytes)
      return tooLarge('Cả tệp', inflatedBytes, limits.totalInflatedBytes);
    const dataOffset = findData(content, record, end, directory.offset);
    if (dataOffset === undefined) return refuse('fileDamaged', { place: printable(record.name) });
    end = dataOffset + record.compressedBytes;
    entries.set(key, entryOf(record, dataOffset));
  }
  return { content, entries };
}

/** The refusal of something that inflates to more than is taken on. */
export function tooLarge(place: string, bytes: number, mostBytes: number): Refusal<ReaderRefusalCode> {
  return refuse('archiveTooLarge', {
    place,
    sizeMib: Math.ceil(bytes / MIB),
    mostMib: Math.floor(mostBytes / MIB),
  });
}

function entryOf(record: DirectoryRecord, dataOffset: number): ArchiveEntry {
  const { name, crc, compressedBytes, inflatedBytes } = record;
  return { name, isStored: record.method === METHOD_STORED, crc, compressedBytes, inflatedBytes, dataOffset };
}

function unsafeEntry(record: DirectoryRecord, limits: ReaderLimits): Refusal<ReaderRefusalCode> | undefined {
  const place = printable(record.name);
  if (record.flags & (FLAG_ENCRYPTED | FLAG_STRONG_ENCRYPTION))
    return refuse('archiveEntryEncrypted', { place });
  if (record.method !== METHOD_STORED && record.method !== METHOD_DEFLATE) {
    return refuse('archiveMethodUnknown', { place, method: record.method });
  }
  if (record.method === METHOD_STORED && record.compressedBytes !== record.inflatedBytes) {
    return refuse('fileDamaged', { place });
  }
  if (record.inflatedBytes > limits.entryInflatedBytes) {
    return tooLarge(place, record.inflatedBytes, limits.entryInflatedBytes);
  }
  const ratio = record.inflatedBytes / Math.max(1, record.compressedBytes);
  if (record.inflatedBytes > limits.ratioFreeBytes && ratio > limits.ratio) {
    return refuse('archiveRatioTooHigh', { place, ratio: Math.round(ratio), most: limits.ratio });
  }
  return undefined;
}

/** Where an entry's data begin; undefined when its own header disagrees with the directory or its bytes overlap another's. */
function findData(content: Buffer, record: DirectoryRecord, from: number, to: number): number | undefined {
  const at = record.localOffset;
  if (at < from || at + LOCAL_BYTES > to || content.readUInt32LE(at) !== LOCAL_SIGNATURE) return undefined;
  if (content.readUInt16LE(at + 8) !== record.method) return undefined;
  const nameBytes = content.readUInt16LE(at + 26);
  const name = content.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes);
  const dataOffset = at + LOCAL_BYTES + nameBytes + content.readUInt16LE(at + 28);
  if (!name.equals(record.rawName) || dataOffset + record.compressedBytes > to) return undefined;
  return dataOffset;
}

/** A name fit for a sentence: control characters shown, and not longer than a line. */
export function printable(name: string): string {
  const visible = [...name].map((char) => (char < ' ' || char === '\u007f' ? '�' : char)).join('');
  return visible.length > 80 ? `${visible.slice(0, 79)}…` : visible;
}
