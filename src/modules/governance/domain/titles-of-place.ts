import { inCommune, villageNamed, villageParts, villageWord } from '../../../kernel/commune-words.ts';
import { isSameName } from '../../../kernel/text.ts';
import { CHAIR_TITLES, type ChairPart, PARTS, type Part } from './attendance.ts';

/** How a place calls the parts of a meeting that are named after its kind [GV190]; others go by {@link PARTS} everywhere. */
export type PlaceTitles = Readonly<Partial<Record<Part, string>>>;

/** `Trưởng thôn Ngọc Lãng`, `Trưởng khu phố 3`, `Trưởng buôn Krông`: by the name the village has, else by the kind of its commune. */
export function villageHeadTitle(villageName: string, communeName: string): string {
  return `Trưởng ${villageNamed(villageName, communeName)}`;
}

const HEAD = /^Trưởng\s+/u;

/** Whether two titles are of the head of one village, by whichever kind either calls it: `Trưởng thôn Hai`, `Trưởng khu phố Hai`. */
export function isSameVillageHead(one: string, other: string): boolean {
  if (!HEAD.test(one) || !HEAD.test(other)) return false;
  // Twice: titles of before a kind was known have the commune's word before it, as `Trưởng khu phố Khóm 3` [GV228].
  const villageOf = (title: string) => villageParts(villageParts(title.replace(HEAD, '')).name).name;
  return isSameName(villageOf(one), villageOf(other));
}

/** The titles of a commune's parts by its name on a day and by the villages whose heads are on the list [GV190]. */
export function placeTitles(
  communeName: string,
  attendees: readonly { readonly part: string; readonly capacity: string }[],
): PlaceTitles {
  return {
    communeChair: inCommune(PARTS.communeChair, communeName),
    villageHead: villageHeads(communeName, attendees),
    communePolice: inCommune(PARTS.communePolice, communeName),
  };
}

/** `Trưởng thôn, buôn` where a list has both; where it has none, as the kind of commune calls them. */
function villageHeads(
  communeName: string,
  attendees: readonly { readonly part: string; readonly capacity: string }[],
): string {
  const listed = attendees.filter(({ part }) => part === 'villageHead');
  return `Trưởng ${villageWord(
    communeName,
    listed.map(({ capacity }) => capacity.replace(HEAD, '')),
  )}`;
}

/** How a part of a meeting is called at a place; without titles, as minutes that were closed before they kept any, as in a `xã`. */
export function partTitle(part: Part, titles: PlaceTitles = {}): string {
  return titles[part] ?? PARTS[part];
}

/** The title that papers give who chairs, at a place as {@link partTitle}. */
export function chairTitle(chairPart: ChairPart, titles: PlaceTitles = {}): string {
  return titles[chairPart] ?? CHAIR_TITLES[chairPart];
}
