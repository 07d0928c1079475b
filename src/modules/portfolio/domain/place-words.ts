/** A commune or an office's counter, with the office that serves it. */
type Place = {
  readonly kind: 'commune' | 'counter';
  readonly communeName: string;
  readonly officeName: string | null;
};

const MOST_NAMED = 3;

/**
 * Which places figures are of, in words: `Xã Bình Ngọc, PGD Tuy Hòa`, or `18 xã, phường của PGD Tuy Hòa`; after it those that
 * have no figures at the date [PF3], and what of them is seen, where that is a part [PF75].
 */
export function placeWords(
  places: readonly Place[],
  parts: readonly string[],
  missing: readonly Place[] = [],
): string {
  const communes = namesOf(places);
  const offices = [...new Set([...places, ...missing].flatMap(({ officeName }) => officeName ?? []))];
  const officeWords = offices.length <= MOST_NAMED ? offices.join(', ') : `${offices.length} phòng giao dịch`;
  const between = communes.length <= MOST_NAMED ? ', ' : ' của ';
  const whole = [enumerated(communes), officeWords].filter((words) => words !== '').join(between);
  const without = enumerated(namesOf(missing));
  return [
    whole,
    ...(without === '' ? [] : [`chưa có số liệu ${without}`]),
    ...(parts.length === 0 ? [] : [`phần ${parts.join(', ')}`]),
  ].join('; ');
}

function namesOf(places: readonly Place[]): string[] {
  return places.filter(({ kind }) => kind === 'commune').map(({ communeName }) => communeName);
}

/** A few communes by name, many by their number. */
function enumerated(communes: readonly string[]): string {
  return communes.length <= MOST_NAMED ? communes.join(', ') : `${communes.length} xã, phường`;
}
