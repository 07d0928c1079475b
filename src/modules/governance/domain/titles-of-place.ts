import { communeParts, inCommune } from '../../../kernel/commune-words.ts';
import { CHAIR_TITLES, type ChairPart, PARTS, type Part } from './attendance.ts';

/** How a place calls the parts of a meeting that are named after its kind [GV190]; others go by {@link PARTS} everywhere. */
export type PlaceTitles = Readonly<Partial<Record<Part, string>>>;

const VILLAGE_KINDS = 'thôn|buôn|bản|làng|ấp|xóm|khu phố|tổ dân phố|khu vực|phum|sóc';
const VILLAGE_KIND = new RegExp(`^(${VILLAGE_KINDS})\\s+`, 'iu');
const VILLAGE_HEAD = new RegExp(`^Trưởng (${VILLAGE_KINDS})(?=\\s|$)`, 'iu');

/** `Trưởng thôn Ngọc Lãng`, `Trưởng khu phố 3`, `Trưởng buôn Krông`: by the name the village has. */
export function villageHeadTitle(villageName: string): string {
  const kind = VILLAGE_KIND.exec(villageName)?.[1];
  if (kind === undefined) return `Trưởng thôn ${villageName}`;
  return `Trưởng ${kind.toLowerCase()}${villageName.slice(kind.length)}`;
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
  const kinds = attendees.flatMap(({ part, capacity }) => {
    const kind = part === 'villageHead' ? VILLAGE_HEAD.exec(capacity)?.[1] : undefined;
    return kind === undefined ? [] : [kind.toLowerCase()];
  });
  if (kinds.length > 0) return `Trưởng ${[...new Set(kinds)].join(', ')}`;
  return communeParts(communeName).kind === 'xã' ? PARTS.villageHead : 'Trưởng khu phố';
}

/** How a part of a meeting is called at a place; without titles, as minutes that were closed before they kept any, as in a `xã`. */
export function partTitle(part: Part, titles: PlaceTitles = {}): string {
  return titles[part] ?? PARTS[part];
}

/** The title that papers give who chairs, at a place as {@link partTitle}. */
export function chairTitle(chairPart: ChairPart, titles: PlaceTitles = {}): string {
  return titles[chairPart] ?? CHAIR_TITLES[chairPart];
}
