import { type Asking, whoAsks } from './addressees.ts';
import { chairToBe } from './attendance.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';
import { chairTitle, type PlaceTitles } from './titles-of-place.ts';

/** Who is to chair, by title and name; without a name while nobody of that part is to be there. */
export type ChairShown = {
  readonly title: string;
  readonly name: string | null;
  /** It is who stands for whoever has that title [GV272]. */
  readonly isDeputy: boolean;
};

/**
 * Who is to chair a meeting that is prepared, for its mail and its paper alike [GV232]; once it goes on who was to, also where they are said to
 * be away [GV270].
 */
export function chairShown(
  listed: Parameters<typeof whoAsks>[0],
  asking: Asking,
  titles: PlaceTitles | undefined,
): ChairShown {
  const title = chairTitle(asking.chairPart, titles);
  const chair = whoAsks(listed, asking);
  if (chair === undefined) return { title, name: null, isDeputy: false };
  const asked = asking.isHeld && !chair.isVacant ? chair.fullName : null;
  return {
    title,
    name: chairToBe([chair], asking.chairPart) ?? asked,
    isDeputy: chair.deputyName !== null,
  };
}

/** `Nguyễn Văn Hải, Tổ trưởng Tổ giao dịch xã`, of a deputy `Lê Văn Phó, dự thay Tổ trưởng Tổ giao dịch xã`, without a phone or identity number [GV108]. */
export function chairLine({ title, name, isDeputy }: ChairShown): string {
  if (name === null) return title;
  return `${withoutPersonalNumbers(name)}, ${isDeputy ? 'dự thay ' : ''}${title}`;
}
