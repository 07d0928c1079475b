/** Where a directive comes from [GV30]. */
export const DIRECTIVE_SOURCES = {
  briefing: 'Kết luận giao ban',
  difficulty: 'Khó khăn nêu tại giao ban',
  order: 'Chỉ đạo của Chủ tịch',
  resolution: 'Nghị quyết Ban đại diện',
} as const;

/** One of {@link DIRECTIVE_SOURCES}. */
export type DirectiveSource = keyof typeof DIRECTIVE_SOURCES;

/** To whom a directive goes out: one task for each [GV32]. */
export const SPREADS = {
  seats: 'Từng chức vụ được chọn',
  associations: 'Mỗi hội đoàn thể một việc',
  villages: 'Mỗi thôn một việc',
  groups: 'Mỗi tổ một việc',
  loans: 'Mỗi món vay trong danh sách một việc',
} as const;

/** One of {@link SPREADS}. */
export type Spread = keyof typeof SPREADS;

/** Who answers for a loan: the leader of its group, or the head of the association its group belongs to. */
export const RESPONSIBLES = {
  groupLeader: 'Tổ trưởng của tổ',
  associationHead: 'Trưởng hội của tổ',
} as const;

/** One of {@link RESPONSIBLES}. */
export type Responsible = keyof typeof RESPONSIBLES;

/** More than any page of work can hold; a longer list is narrowed first. */
export const MOST_TASKS = 500;

/** How far the tasks of a directive have come, as a list of directives is narrowed [GV81]. */
export const DIRECTIVE_PROGRESS = {
  all: 'Mọi tình trạng',
  open: 'Còn việc chưa xong',
  late: 'Có việc trễ hạn',
  waiting: 'Có báo cáo chờ nhận',
  returned: 'Có việc bị trả lại',
  done: 'Đã xong cả',
} as const;

/** One of {@link DIRECTIVE_PROGRESS}. */
export type DirectiveProgress = keyof typeof DIRECTIVE_PROGRESS;
