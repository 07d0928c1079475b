import { type Paper, renderDocx, renderPdf } from '../../documents/index.ts';
import {
  type InvitationForm,
  PAPER_KINDS,
  type PaperFormat,
  type PaperKind,
} from '../domain/papers/paper-kinds.ts';
import { communeWords } from '../domain/papers/place-words.ts';
import type { PaperSources } from './gather-papers.ts';
import { isDraft } from './write-papers.ts';

/** Papers as one file in a format. */
export async function renderPapers(papers: readonly Paper[], format: PaperFormat): Promise<Uint8Array> {
  const { bytes } = format === 'pdf' ? await renderPdf(...papers) : await renderDocx(...papers);
  return bytes;
}

/** Papers as one file in each format, and the pages that both have [DO11]. */
export async function renderBoth(
  papers: readonly Paper[],
): Promise<Readonly<Record<PaperFormat, Uint8Array>> & { readonly pages: number }> {
  const { bytes: pdf, pages } = await renderPdf(...papers);
  const { bytes: docx } = await renderDocx(...papers);
  return { pdf, docx, pages };
}

/**
 * `Biên bản giao ban Bình Ngọc 2026-11-23.pdf`; a draft says so first, so that nobody files it by mistake. Where two points of
 * the commune meet on one day the code of the point follows, so that neither takes the other's place in a folder.
 */
export function paperFileName(
  sources: PaperSources,
  { kind, format, form = 'list' }: { kind: PaperKind; format: PaperFormat; form?: InvitationForm },
): string {
  const { name } = communeWords(sources.minutes.commune.name);
  const each = kind === 'invitation' && form === 'each' ? ' từng người' : '';
  const { isOnlyOfDay, briefing } = sources;
  const point = isOnlyOfDay ? '' : ` điểm ${briefing.pointCode}`;
  const what = `${PAPER_KINDS[kind].fileName}${each} ${name}${point} ${briefing.heldOn}.${format}`;
  // What no file system takes, should a commune's name hold it.
  return `${isDraft(sources, kind) ? 'Dự thảo ' : ''}${what}`.replace(/[/\\:*?"<>|]/g, ' ');
}
