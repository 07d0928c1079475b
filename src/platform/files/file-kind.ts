import { archivedPaths } from './archived-paths.ts';

/** Kinds of files that records take: what they are called, their ending and their media type. */
export const FILE_KINDS = {
  jpeg: { name: 'ảnh JPEG', ending: 'jpg', mediaType: 'image/jpeg' },
  png: { name: 'ảnh PNG', ending: 'png', mediaType: 'image/png' },
  webp: { name: 'ảnh WebP', ending: 'webp', mediaType: 'image/webp' },
  pdf: { name: 'PDF', ending: 'pdf', mediaType: 'application/pdf' },
  docx: {
    name: 'Word',
    ending: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    name: 'Excel',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;

/** One of {@link FILE_KINDS}. */
export type FileKind = keyof typeof FILE_KINDS;

/** The kinds that are decoded and written anew. */
export type ImageKind = Extract<FileKind, 'jpeg' | 'png' | 'webp'>;

const IMAGE_ENDINGS = ['jpg', 'jpeg', 'jfif', 'png', 'webp'];
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Whether a kind is an image. */
export function isImage(kind: FileKind): kind is ImageKind {
  return kind === 'jpeg' || kind === 'png' || kind === 'webp';
}

/** What a file's content says that it is [FS1]; undefined for everything that is not taken. */
export function fileKind(bytes: Buffer): FileKind | undefined {
  if (bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'pdf';
  return officeKind(archivedPaths(bytes));
}

/** Whether the ending of a name agrees with the content: that of the kind, or for an image any image's [FS1]. */
export function agreesWithName(kind: FileKind, name: string): boolean {
  const ending = endingOf(name);
  return isImage(kind) ? IMAGE_ENDINGS.includes(ending) : ending === FILE_KINDS[kind].ending;
}

/** The name under which a file is kept: its own, with the ending of what it is. */
export function nameWithEnding(kind: FileKind, name: string): string {
  const { ending } = FILE_KINDS[kind];
  const own = endingOf(name);
  return own === ending ? name : `${name.slice(0, name.length - own.length - 1)}.${ending}`;
}

/** The ending of a name in small letters; empty where it has none. */
export function endingOf(name: string): string {
  return /\.([0-9a-z]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Office files carry their type in their parts; one with macros is none of ours. */
function officeKind(paths: readonly string[]): FileKind | undefined {
  if (!paths.includes('[Content_Types].xml') || paths.some((path) => /vbaProject/i.test(path)))
    return undefined;
  if (paths.includes('word/document.xml')) return 'docx';
  return paths.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

function textAt(bytes: Buffer, start: number, length: number): string {
  return bytes.subarray(start, start + length).toString('latin1');
}
