/** The steps of a publication in their order, each with what a person is told while it runs. */
const STEPS = {
  check: 'Kiểm tra đợt nhập',
  people: 'Ghi xã, thôn, khu phố và khách hàng',
  groups: 'Ghi tổ và điểm chấm tổ',
  positions: 'Ghi món vay và sổ tiết kiệm',
  cube: 'Cộng theo xã, thôn, khu phố, hội, chương trình, nguồn vốn, tổ',
  figures: 'Tính các chỉ tiêu của từng xã',
  lists: 'Lập các danh sách',
  completeness: 'Kiểm tra đủ dòng, đủ tiền trước khi cho hiện',
  show: 'Cho các trang hiện số liệu mới',
} as const;

/** One step of a publication. */
export type PublishStep = keyof typeof STEPS;

const ORDER = Object.keys(STEPS) as PublishStep[];

/** How far a publication is when a step begins: n of m, and what is being done. */
export function progressAt(step: PublishStep): { done: number; total: number; message: string } {
  return { done: ORDER.indexOf(step) + 1, total: ORDER.length, message: `${STEPS[step]}, bước` };
}

/** Nobody follows the publication: the person waits for the answer. */
export const UNFOLLOWED = async (): Promise<void> => undefined;
