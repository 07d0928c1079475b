import { day } from '../../../kernel/dates.ts';
import { dayMet, type Minutes } from '../domain/minutes.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import type { PaperTemplate } from '../domain/papers/template.ts';
import type { PaperSources } from '../papers/gather-papers.ts';
import { sampleSources } from '../papers/sample-sources.ts';

/** The day of the briefings that are built. */
export const PAPERS_ON = day('2027-02-05');

/** The sources of papers of a closed briefing in xã Bình Ngọc, not marked as a sample; with overrides. */
export function buildSources(
  overrides: Partial<Omit<PaperSources, 'minutes'>> & { readonly minutes?: Partial<Minutes> } = {},
): PaperSources {
  const content = standardTemplate('minutes', PAPERS_ON).template;
  const sources = sampleSources({
    today: PAPERS_ON,
    officeName: 'PGD Tuy Hòa',
    template: { kind: 'minutes', content },
  });
  const commune = { ...sources.minutes.commune, name: 'Xã Bình Ngọc' };
  const minutes = { ...sources.minutes, commune, ...overrides.minutes };
  return { ...sources, isSample: false, countedTo: dayMet(minutes), ...overrides, minutes };
}

/** The same with one template changed. */
export function withTemplate(
  sources: PaperSources,
  kind: PaperKind,
  change: Partial<PaperTemplate>,
): PaperSources {
  return {
    ...sources,
    templates: { ...sources.templates, [kind]: { ...sources.templates[kind], ...change } },
  };
}

const NAMES = [
  'Nguyễn Thị Hoàng Oanh, con ông Nguyễn Hữu Nghĩa thôn Ngọc Phước',
  'Đặng Ngọc Hạnh',
  'Lý Đức Trung',
];

/** Minutes of a commune with that many groups and conclusions; every third name is long. */
export function largeMinutes(size: {
  readonly groups: number;
  readonly conclusions: number;
}): Partial<Minutes> {
  const { minutes } = buildSources();
  const [group] = minutes.figures.groups;
  const [conclusion] = minutes.conclusions;
  if (!group || !conclusion) throw new Error('the sample has neither group nor conclusion');
  return {
    figures: {
      ...minutes.figures,
      groups: Array.from({ length: size.groups }, (_, i) => ({
        ...group,
        key: String(26_000 + i).padStart(7, '0'),
        name: `đầu${i} ${NAMES[i % NAMES.length]} cuối${i}`,
      })),
    },
    conclusions: Array.from({ length: size.conclusions }, (_, i) => ({
      ...conclusion,
      text: `Việc ${i}: mời hộ làm việc, ghi cam kết và báo cáo tại buổi giao ban kế tiếp`,
      ownerName: `Người ${i % 7}, Hội ${i % 7}`,
    })),
  };
}
