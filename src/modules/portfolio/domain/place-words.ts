/** A commune or an office's counter, with the office that serves it. */
type Place = {
  readonly kind: 'commune' | 'counter';
  readonly communeName: string;
  readonly officeName: string | null;
};

const MOST_NAMED = 3;

/**
 * Which places figures are of, in words: `Xã Bình Ngọc, PGD Tuy Hòa`, or `18 xã, phường của PGD Tuy Hòa`; and after it what of
 * them is seen, where that is a part [PF75].
 */
export function placeWords(places: readonly Place[], parts: readonly string[]): string {
  const communes = places.filter(({ kind }) => kind === 'commune');
  const offices = [...new Set(places.flatMap(({ officeName }) => officeName ?? []))];
  const named = communes.length <= MOST_NAMED;
  const communeWords = named
    ? communes.map(({ communeName }) => communeName).join(', ')
    : `${communes.length} xã, phường`;
  const officeWords = offices.length <= MOST_NAMED ? offices.join(', ') : `${offices.length} phòng giao dịch`;
  const whole = [communeWords, officeWords].filter((words) => words !== '').join(named ? ', ' : ' của ');
  return parts.length === 0 ? whole : `${whole}; phần ${parts.join(', ')}`;
}
