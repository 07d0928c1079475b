const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** `10:56 ngày 23/11/2026`, in Vietnam's time. */
export function momentText(moment: Date): string {
  const local = new Date(moment.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}
