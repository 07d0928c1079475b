import { lastingThread } from '../../platform/threads/lasting-thread.ts';
import { layOutPapers } from './domain/lay-out-paper.ts';
import { type LayoutWithBreaks, withLineBreaks } from './domain/line-breaks.ts';
import type { Paper } from './domain/paper.ts';
import type { RenderedPaper } from './render-docx.ts';

/** What the thread is asked: a layout, as a PDF or as one picture of all its pages. */
export type PagesToRender = { readonly layout: LayoutWithBreaks; readonly as: 'pdf' | 'svg' };

/** What the thread makes of a layout. */
export type RenderedPages = { readonly bytes: Uint8Array; readonly pages: number };

const thread = lastingThread<PagesToRender, RenderedPages>('src/modules/documents/render-pdf.worker.ts');

/**
 * A paper, or several in one file [DO18], as PDF, made in a thread that starts with the first one and stays warm; the
 * same paper gives the same bytes [DO12]. The document that {@link renderDocx} writes has as many pages [DO11].
 */
export async function renderPdf(
  ...papers: readonly Paper[]
): Promise<RenderedPaper & { readonly pages: number }> {
  const { layout, unprintable } = layOutPapers(papers);
  return { ...(await thread.ask({ layout: withLineBreaks(layout), as: 'pdf' })), unprintable };
}

/** The same pages as one picture below each other, SVG of shapes alone, for looking at in a page without a viewer of PDF. */
export async function renderPicture(...papers: readonly Paper[]): Promise<Uint8Array> {
  const { layout } = layOutPapers(papers);
  return (await thread.ask({ layout: withLineBreaks(layout), as: 'svg' })).bytes;
}
