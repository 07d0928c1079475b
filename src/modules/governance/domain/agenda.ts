import { LONGEST } from './bounds.ts';

/** What the parts of a briefing are, in the order in which the system fills the agenda [GV2]. */
export const AGENDA_KINDS = {
  attendance: { title: 'Điểm danh', minutes: 3 },
  lastConclusions: { title: 'Kết luận kỳ trước', minutes: 8 },
  figures: { title: 'Số liệu theo hội, tổ', minutes: 7 },
  due: { title: 'Đến hạn, quá hạn', minutes: 8 },
  difficulties: { title: 'Khó khăn nêu ra', minutes: 8 },
  policies: { title: 'Chính sách, vốn mới', minutes: 5 },
  conclusions: { title: 'Kết luận, giao việc', minutes: 6 },
} as const satisfies Record<string, { readonly title: string; readonly minutes: number }>;

/** One of {@link AGENDA_KINDS}, or what a person added. */
export type AgendaKind = keyof typeof AGENDA_KINDS | 'other';

/** The names. */
export const AGENDA_KIND_NAMES = ['other', ...(Object.keys(AGENDA_KINDS) as AgendaKind[])] as const;

/** An item of an agenda before it stands in one. */
export type AgendaDraft = {
  readonly kind: AgendaKind;
  readonly title: string;
  /** Planned length. */
  readonly minutes: number;
};

/** The agenda of an office that has no template of its own [GV2]. */
export const STANDARD_AGENDA: readonly AgendaDraft[] = Object.entries(AGENDA_KINDS).map(([kind, item]) => ({
  kind: kind as AgendaKind,
  ...item,
}));

/** A note made of lines, no longer than a note may be [GV100]: what does not fit is counted, and where it stands is said. */
export function noteOfLines(lines: readonly string[]): string | null {
  if (lines.length === 0) return null;
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const left = lines.length - shown;
    const rest = left === 0 ? [] : [`Còn ${left} thay đổi khác, xem Chương trình và Quy tắc.`];
    const note = [...lines.slice(0, shown), ...rest].join('\n');
    if (note.length <= LONGEST.agendaNote) return note;
  }
  return `Có ${lines.length} thay đổi, xem Chương trình và Quy tắc.`;
}
