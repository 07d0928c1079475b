import { pdfText } from '../../documents/testing/poppler.ts';

/** The words of a mail as they were handed to the post, decoded. */
export function wordsOf(mail = ''): string {
  const [, encoding = '', words = ''] =
    /Content-Type: text\/plain[^\r]*\r\nContent-Transfer-Encoding: (\S+)\r\n\r\n([\s\S]*?)\r\n--/.exec(
      mail,
    ) ?? [];
  if (encoding === 'base64') return Buffer.from(words, 'base64').toString();
  const bytes = words.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`);
  return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'));
}

/** The words of the paper that a mail carries. */
export function paperOf(mail = ''): string {
  const [, paper = ''] =
    /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail) ?? [];
  return pdfText(Buffer.from(paper, 'base64')).replace(/\s+/g, ' ');
}
