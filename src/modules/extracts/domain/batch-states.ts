/**
 * The states of a batch. `question`: a person is asked; `refused`: something blocks it; `ready`: it can be published;
 * `publishing`: ready, and a job publishes it.
 */
export const BATCH_STATES = {
  receiving: 'Đang nhận tệp',
  reading: 'Đang đọc',
  question: 'Chờ trả lời',
  ready: 'Chờ ghi vào sổ',
  publishing: 'Đang ghi vào sổ',
  refused: 'Có lỗi chặn',
  published: 'Đã ghi vào sổ',
  discarded: 'Đã bỏ',
  undone: 'Đã hoàn tác',
} as const;

/** One of {@link BATCH_STATES}. */
export type BatchState = keyof typeof BATCH_STATES;

/** What blocks a batch and is over once it has been read again: nothing about its files has to change. */
export const ENDED_BY_READING_AGAIN: readonly string[] = [
  'readingStopped',
  'readingFailed',
  'publicationUndone',
  'areasTaken',
];

const WAITING: readonly BatchState[] = ['question', 'ready', 'refused'];

/** True while nothing works on a batch and nothing of it is published: its files may still change. */
export function isWaiting({ state }: { readonly state: BatchState }): boolean {
  return WAITING.includes(state);
}
