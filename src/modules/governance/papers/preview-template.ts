import { isRefusal } from '../../../kernel/refusal.ts';
import type { MakingHandler } from '../../../platform/http/implement.ts';
import { renderPicture } from '../../documents/index.ts';
import { selectOffices } from '../../registry/index.ts';
import type { previewTemplate as operation } from '../contract.ts';
import { PAPER_FORMATS, PAPER_KINDS } from '../domain/papers/paper-kinds.ts';
import { inOffice } from './in-office.ts';
import { judgeTemplate } from './judge-template.ts';
import { renderPapers } from './render-papers.ts';
import { sampleSources } from './sample-sources.ts';
import { writePapers } from './write-papers.ts';

/**
 * A template as the paper it makes of sample matter [GV61], printed once the office is read; one that lacks a part is refused with the
 * reason [GV62].
 */
export const previewTemplate: MakingHandler<typeof operation> = async (
  { officeId, kind, content, format },
  context,
) => {
  const faulty = judgeTemplate(content, kind);
  const reached = await inOffice(context, officeId, async () => true);
  if (isRefusal(reached)) return reached;
  if (faulty) return faulty;
  const [office] = await selectOffices(context.tx, [officeId]);
  const sources = sampleSources({
    today: context.clock.today(),
    officeName: office?.name ?? '',
    template: { kind, content },
  });
  const papers = writePapers(sources, kind, 'list');
  return {
    name: `Xem trước ${PAPER_KINDS[kind].title.toLowerCase()}.${format}`,
    mediaType: format === 'pdf' ? PAPER_FORMATS.pdf.mediaType : 'image/svg+xml',
    make: () => (format === 'pdf' ? renderPapers(papers, 'pdf') : renderPicture(...papers)),
  };
};
