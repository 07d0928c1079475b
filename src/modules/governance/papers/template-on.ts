import type { BusinessDate } from '../../../kernel/dates.ts';
import type { TemplateRow } from '../db/paper-templates.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import { type PaperTemplate, paperTemplate } from '../domain/papers/template.ts';

/** The template of a paper that holds on a day: the office's own, else the product's; `row` is null for that [GV61]. */
export function templateOn(
  kind: PaperKind,
  written: readonly TemplateRow[],
  on: BusinessDate,
): { readonly template: PaperTemplate; readonly row: TemplateRow | null } {
  const row = lastOf(written.filter(({ validFrom }) => validFrom <= on));
  return {
    row,
    template: row === null ? standardTemplate(kind, on).template : paperTemplate.parse(row.content),
  };
}

/** The templates that begin after a day, the next first; of two from one day the one written last [GV195]. */
export function templatesAfter(written: readonly TemplateRow[], day: BusinessDate): readonly TemplateRow[] {
  const later = written.filter(({ validFrom }) => validFrom > day);
  const days = [...new Set(later.map(({ validFrom }) => validFrom))].sort();
  return days.flatMap((on) => lastOf(later.filter(({ validFrom }) => validFrom === on)) ?? []);
}

function lastOf(rows: readonly TemplateRow[]): TemplateRow | null {
  return rows.reduce<TemplateRow | null>(
    (best, one) => (best === null || isLater(one, best) ? one : best),
    null,
  );
}

/** Of two of one day the one that was written later. */
function isLater(one: TemplateRow, other: TemplateRow): boolean {
  return one.validFrom === other.validFrom ? one.version > other.version : one.validFrom > other.validFrom;
}
