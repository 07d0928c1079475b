import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import { type PaperTemplate, templateFaults } from '../domain/papers/template.ts';

/** Refuses a template of which no paper can be made, naming the first part that lacks and how many more do [GV62] [GV63]. */
export function judgeTemplate(content: PaperTemplate, kind: PaperKind): Refusal<'templateLacks'> | null {
  const [first, ...others] = templateFaults(content, kind);
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` Còn ${others.length} chỗ nữa phải sửa.`;
  return refuse('templateLacks', { ...first, more });
}
