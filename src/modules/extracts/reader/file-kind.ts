import { isUtf8 } from 'node:buffer';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { ReaderRefusalCode } from './refusals.ts';

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP_STARTS = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('PK\x05\x06', 'latin1')];

/** First bytes of the files that people take for a workbook, and what they are called. */
const KINDS: readonly (readonly [string, string])[] = [
  ['%PDF', 'tệp PDF'],
  ['Rar!', 'tệp nén RAR'],
  ['7z\xbc\xaf', 'tệp nén 7z'],
  ['\x1f\x8b', 'tệp nén GZ'],
  ['\x89PNG', 'ảnh PNG'],
  ['\xff\xd8\xff', 'ảnh JPEG'],
  ['MZ', 'chương trình Windows'],
];

const LOOKED_AT = 4096;

/** Why these bytes are no zip archive, and so no .xlsx; undefined when they begin like one. */
export function refuseOtherKinds(content: Buffer): Refusal<ReaderRefusalCode> | undefined {
  if (content.length === 0) return refuse('fileEmpty');
  if (ZIP_STARTS.some((start) => startsWith(content, start))) return undefined;
  if (startsWith(content, OLE2)) return refuseCompoundFile(content);
  for (const [start, kind] of KINDS) {
    if (startsWith(content, Buffer.from(start, 'latin1'))) return refuse('fileNotWorkbook', { kind });
  }
  return isText(content) ? refuse('fileIsText') : refuse('fileNotWorkbook', { kind: 'tệp loại khác' });
}

/**
 * An OLE2 file is an old .xls, an encrypted .xlsx (it holds a stream `EncryptedPackage`), or another old Office file. Stream names stand
 * in its directory as UTF-16.
 */
function refuseCompoundFile(content: Buffer): Refusal<ReaderRefusalCode> {
  const holds = (stream: string): boolean => content.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return refuse('fileEncrypted');
  if (holds('Workbook') || holds('Book')) return refuse('fileOldBinary');
  if (holds('WordDocument')) return refuse('fileNotWorkbook', { kind: 'tệp Word kiểu cũ' });
  return refuse('fileOldBinary');
}

function isText(content: Buffer): boolean {
  const head = content.subarray(0, LOOKED_AT);
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // The cut at the end may fall inside a character, so the last bytes do not count.
  const body = head.subarray(
    0,
    Math.max(head.lastIndexOf(0x20), head.lastIndexOf(0x0a), Math.min(head.length, 64)),
  );
  return isUtf16 || (!head.includes(0) && (isUtf8(body) || head[0] === 0x3c));
}

function startsWith(content: Buffer, start: Buffer): boolean {
  return content.subarray(0, start.length).equals(start);
}
