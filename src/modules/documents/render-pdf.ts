import { lastingThread } from '../../platform/threads/lasting-thread.ts';
import { layOutPapers } from './domain/lay-out-paper.ts';
import { type LayoutWithBreaks, withLineBreaks } from './domain/line-breaks.ts';
import type { Paper } from './domain/paper.ts';
import type { RenderedPaper } from './render-docx.ts';

/** What the thread makes of a layout. */
export type RenderedPages = { readonly bytes: Uint8Array; readonly pages: number };

const thread = lastingThread<LayoutWithBreaks, RenderedPages>('src/modules/documents/render-pdf.worker.ts');

/**
 * A paper, or several in one file [DO18], as PDF, made in a thread that starts with the first one and stays warm; the
 * same paper gives the same bytes [DO12]. The document that {@link renderDocx} writes has as many pages [DO11].
 */
export async function renderPdf(
  ...papers: readonly Paper[]
): Promise<RenderedPaper & { readonly pages: number }> {
  const { layout, unprintable } = layOutPapers(papers);
  return { ...(await thread.ask(withLineBreaks(layout))), unprintable };
}
