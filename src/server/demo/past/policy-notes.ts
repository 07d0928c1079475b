import { type BusinessDate, day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { showBriefing, writeAgenda } from '../../../modules/governance/contract.ts';
import { OFFICER, type Town } from './commune-facts.ts';

/** What the bank makes known of its programmes: in meetings from the day of its document on, while it is news. */
type News = { readonly from: BusinessDate; readonly until: BusinessDate; readonly note: string };

/** Real documents, each with no more than is known of it; the latest stands last. */
const NEWS: readonly News[] = [
  {
    from: day('2026-01-01'),
    until: day('2026-01-31'),
    note: 'Cho vay hỗ trợ tạo việc làm: người lao động vay đến 200 triệu đồng từ 01/01/2026 (Nghị định 338/2025/NĐ-CP).',
  },
  {
    from: day('2026-01-30'),
    until: day('2026-03-31'),
    note: 'Món vay ký từ 01/03/2026: kỳ con đến hạn chưa trả, chưa được điều chỉnh thì phần đó chuyển quá hạn (Công văn 597/NHCS-TDNN ngày 30/01/2026).',
  },
  {
    from: day('2026-02-11'),
    until: day('2026-05-31'),
    note: 'Kiểm tra mọi món vay mới trong 30 ngày từ ngày giải ngân và mọi món không giao dịch từ 3 tháng (Hướng dẫn 727/HD-NHCS ngày 11/02/2026).',
  },
  {
    from: day('2026-08-27'),
    until: day('2026-12-31'),
    note: 'Đã có Quy chế Tổ tiết kiệm và vay vốn mới (Quyết định 70/QĐ-HĐQT năm 2026) và Hướng dẫn 4336/HD-NHCS.',
  },
];

/** What is made known in a meeting of a day [GV100]: what is news then, a line each; null where nothing is. */
export function policyNoteOn(heldOn: BusinessDate): string | null {
  const lines = NEWS.filter(({ from, until }) => from <= heldOn && heldOn <= until).map(({ note }) => note);
  return lines.length === 0 ? null : lines.join('\n');
}

/** Writes it beside the policies of the agenda of a briefing that was prepared. */
export async function writePolicyNote(
  { hands, communeId }: Town,
  { briefingId, heldOn }: { readonly briefingId: Id; readonly heldOn: BusinessDate },
): Promise<void> {
  const note = policyNoteOn(heldOn);
  if (note === null) return;
  const within = { communeId, briefingId };
  const { agenda, agendaVersion } = await hands.act(OFFICER, showBriefing, within);
  const items = agenda.map(({ reachedAt: _, ...item }) =>
    item.kind === 'policies' ? { ...item, note } : item,
  );
  await hands.act(OFFICER, writeAgenda, { ...within, baseVersion: agendaVersion, items });
}
