import { type Outcome, refuse } from '../../../kernel/refusal.ts';
import type { ReaderRefusalCode } from './refusals.ts';

/** An entry as the central directory has it, before any check. */
export type DirectoryRecord = {
  readonly name: string;
  readonly rawName: Buffer;
  readonly isLink: boolean;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  readonly localOffset: number;
};

/** The records of a zip file's central directory and where it begins. */
export type Directory = { readonly records: readonly DirectoryRecord[]; readonly offset: number };

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END64_SIGNATURE = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCATOR64_BYTES = 20;
const RECORD_SIGNATURE = 0x02014b50;
const RECORD_BYTES = 46;
const EXTRA_ZIP64 = 0x0001;
const IN_ZIP64_16 = 0xffff;
const IN_ZIP64_32 = 0xffffffff;
const MADE_BY_UNIX = 3;
const MODE_TYPE = 0o170000;
const MODE_LINK = 0o120000;

const DAMAGED = { place: 'mục lục' };

/** Reads the central directory. It refuses a count above `mostEntries` before reading any of them. */
export function readDirectory(content: Buffer, mostEntries: number): Outcome<Directory, ReaderRefusalCode> {
  const end = findEnd(content);
  if (end === undefined) return refuse('fileCutOff');
  const place = locate(content, end);
  if (place === undefined) return refuse('fileDamaged', DAMAGED);
  if (place.entries > mostEntries)
    return refuse('archiveTooManyEntries', { entries: place.entries, most: mostEntries });
  if (place.offset + place.bytes > end) return refuse('fileDamaged', DAMAGED);
  const records: DirectoryRecord[] = [];
  let at = place.offset;
  const stop = place.offset + place.bytes;
  for (let index = 0; index < place.entries; index++) {
    const record = readRecord(content, at, stop);
    if (record === undefined) return refuse('fileDamaged', DAMAGED);
    records.push(record.record);
    at = record.next;
  }
  return at === stop ? { records, offset: place.offset } : refuse('fileDamaged', DAMAGED);
}

/** The end record lies at the end of the file, followed only by a comment of at most 65,535 bytes. */
function findEnd(content: Buffer): number | undefined {
  const lowest = Math.max(0, content.length - END_BYTES - LONGEST_COMMENT);
  for (let at = content.length - END_BYTES; at >= lowest; at--) {
    if (content.readUInt32LE(at) !== END_SIGNATURE) continue;
    if (at + END_BYTES + content.readUInt16LE(at + 20) === content.length) return at;
  }
  return undefined;
}

type Place = { readonly entries: number; readonly bytes: number; readonly offset: number };

function locate(content: Buffer, end: number): Place | undefined {
  const isSplit = content.readUInt16LE(end + 4) !== 0 || content.readUInt16LE(end + 6) !== 0;
  const entries = content.readUInt16LE(end + 10);
  const bytes = content.readUInt32LE(end + 12);
  const offset = content.readUInt32LE(end + 16);
  if (entries === IN_ZIP64_16 || bytes === IN_ZIP64_32 || offset === IN_ZIP64_32)
    return locate64(content, end);
  if (isSplit || content.readUInt16LE(end + 8) !== entries) return undefined;
  return { entries, bytes, offset };
}

function locate64(content: Buffer, end: number): Place | undefined {
  const locator = end - LOCATOR64_BYTES;
  if (locator < 0 || content.readUInt32LE(locator) !== LOCATOR64_SIGNATURE) return undefined;
  const at = sizeAt(content, locator + 8);
  if (at === undefined || at + END64_BYTES > locator || content.readUInt32LE(at) !== END64_SIGNATURE)
    return undefined;
  const entries = sizeAt(content, at + 32);
  const bytes = sizeAt(content, at + 40);
  const offset = sizeAt(content, at + 48);
  if (entries === undefined || bytes === undefined || offset === undefined) return undefined;
  return { entries, bytes, offset };
}

function readRecord(
  content: Buffer,
  at: number,
  stop: number,
): { record: DirectoryRecord; next: number } | undefined {
  if (at + RECORD_BYTES > stop || content.readUInt32LE(at) !== RECORD_SIGNATURE) return undefined;
  const nameEnd = at + RECORD_BYTES + content.readUInt16LE(at + 28);
  const extraEnd = nameEnd + content.readUInt16LE(at + 30);
  const next = extraEnd + content.readUInt16LE(at + 32);
  if (next > stop) return undefined;
  const sizes = readSizes(content, at, content.subarray(nameEnd, extraEnd));
  if (sizes === undefined) return undefined;
  const rawName = content.subarray(at + RECORD_BYTES, nameEnd);
  const record: DirectoryRecord = {
    name: rawName.toString('utf8'),
    rawName,
    isLink: content[at + 5] === MADE_BY_UNIX && (content.readUInt16LE(at + 40) & MODE_TYPE) === MODE_LINK,
    flags: content.readUInt16LE(at + 8),
    method: content.readUInt16LE(at + 10),
    crc: content.readUInt32LE(at + 16),
    ...sizes,
  };
  return { record, next };
}

type Sizes = Pick<DirectoryRecord, 'compressedBytes' | 'inflatedBytes' | 'localOffset'>;

/** Sizes and offset of a record; those that say "see the 64-bit field" are taken from there, in its fixed order. */
function readSizes(content: Buffer, at: number, extra: Buffer): Sizes | undefined {
  const wide = zip64Field(extra);
  let used = 0;
  const size = (value: number): number | undefined => {
    if (value !== IN_ZIP64_32) return value;
    if (wide === undefined || used + 8 > wide.length) return undefined;
    used += 8;
    return sizeAt(wide, used - 8);
  };
  const inflatedBytes = size(content.readUInt32LE(at + 24));
  const compressedBytes = size(content.readUInt32LE(at + 20));
  const localOffset = size(content.readUInt32LE(at + 42));
  if (inflatedBytes === undefined || compressedBytes === undefined || localOffset === undefined)
    return undefined;
  return { compressedBytes, inflatedBytes, localOffset };
}

function zip64Field(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === EXTRA_ZIP64 && next <= extra.length) return extra.subarray(at + 4, next);
    at = next;
  }
  return undefined;
}

/** A 64-bit size; undefined when it is no exact number, and so larger than any file. */
function sizeAt(buffer: Buffer, at: number): number | undefined {
  const value = buffer.readBigUInt64LE(at);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}
