import { lastingThread } from '../../platform/threads/lasting-thread.ts';
import type { Paper } from './domain/paper.ts';

/** What the thread is asked: papers that are one file, and as what. `svg`: one picture of all pages. */
export type PapersToRender = { readonly papers: readonly Paper[]; readonly as: 'pdf' | 'docx' | 'svg' };

/** A paper as a file, and the characters of its text that had to give way; see {@link printable}. */
export type RenderedPaper = { readonly bytes: Uint8Array; readonly unprintable: readonly string[] };

/** The same with its pages; 0 for a text document, whose pages its reader counts. */
export type RenderedPages = RenderedPaper & { readonly pages: number };

// Setting sixty invitations takes as long as answering twenty pages: all of it is done beside the thread that answers.
const thread = lastingThread<PapersToRender, RenderedPages>('src/modules/documents/render.worker.ts');

/**
 * A paper, or several in one file [DO18], as PDF, made in a thread that starts with the first one and stays warm; the
 * same paper gives the same bytes [DO12]. The document that {@link renderDocx} writes has as many pages [DO11].
 *
 * @throws RangeError as the layout of papers does
 */
export function renderPdf(...papers: readonly Paper[]): Promise<RenderedPages> {
  return thread.ask({ papers, as: 'pdf' });
}

/** The same as a text document that Word and LibreOffice edit; the same paper gives the same bytes [DO12]. */
export function renderDocx(...papers: readonly Paper[]): Promise<RenderedPaper> {
  return thread.ask({ papers, as: 'docx' });
}

/** The same pages as one picture below each other, SVG of shapes alone, for looking at in a page without a viewer of PDF. */
export async function renderPicture(...papers: readonly Paper[]): Promise<Uint8Array> {
  return (await thread.ask({ papers, as: 'svg' })).bytes;
}
