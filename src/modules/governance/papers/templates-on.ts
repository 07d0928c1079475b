import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { templatesInForce } from '../db/paper-templates.ts';
import { PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import { type PaperTemplate, paperTemplate } from '../domain/papers/template.ts';

/** The office's own templates in force on a day, the product's where it has none [GV61]. */
export async function templatesOn(
  { tx }: Pick<HandlerContext, 'tx'>,
  officeId: Id | undefined,
  on: BusinessDate,
): Promise<Readonly<Record<PaperKind, PaperTemplate>>> {
  const own = officeId === undefined ? [] : await templatesInForce(tx, officeId, on);
  const entries = PAPER_KIND_NAMES.map((kind) => {
    const written = own.find((row) => row.kind === kind);
    return [
      kind,
      written ? paperTemplate.parse(written.content) : standardTemplate(kind, on).template,
    ] as const;
  });
  return Object.fromEntries(entries) as Record<PaperKind, PaperTemplate>;
}
