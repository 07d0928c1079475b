import { type ChairPart, chairToBe } from './attendance.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';
import { chairTitle, type PlaceTitles } from './titles-of-place.ts';

/** Who is to chair, by title and name; without a name while nobody of that part is to be there. */
export type ChairShown = { readonly title: string; readonly name: string | null };

/** Who is to chair a meeting that is prepared, for its mail and its paper alike [GV232]. */
export function chairShown(
  attendees: Parameters<typeof chairToBe>[0],
  chairPart: ChairPart,
  titles: PlaceTitles | undefined,
): ChairShown {
  return { title: chairTitle(chairPart, titles), name: chairToBe(attendees, chairPart) };
}

/** `Nguyễn Văn Hải, Tổ trưởng Tổ giao dịch xã`, without a phone or identity number [GV108]. */
export function chairLine({ title, name }: ChairShown): string {
  return name === null ? title : `${withoutPersonalNumbers(name)}, ${title}`;
}
