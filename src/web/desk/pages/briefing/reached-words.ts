/**
 * What is told whoever takes a row off the list, or gives its place away: whom an invitation under it may have reached [GV174]. Null where
 * it reached nobody.
 */
export function reachedWords(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return `${names.join(', ')} có thể đã nhận giấy mời: báo trực tiếp là không mời dự nữa.`;
}
