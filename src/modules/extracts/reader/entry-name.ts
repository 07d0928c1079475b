import type { DirectoryRecord } from './archive-directory.ts';

const LONGEST_NAME = 512;

/**
 * What is wrong with the name of an entry, in Vietnamese; undefined when it stays inside the archive. Nothing
 * is ever written, yet a workbook has no such names.
 */
export function entryNameFault(record: Pick<DirectoryRecord, 'name' | 'isLink'>): string | undefined {
  const { name, isLink } = record;
  if (name === '') return 'tên rỗng';
  if (name.length > LONGEST_NAME) return 'tên quá dài';
  if (name.includes('\0')) return 'có ký tự NUL';
  if (name.includes('\\')) return 'có dấu gạch chéo ngược';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'đường dẫn tuyệt đối';
  if (name.split('/').some((part) => part === '..' || part === '.')) return 'đường dẫn đi ra ngoài';
  return isLink ? 'liên kết tới tệp khác' : undefined;
}
