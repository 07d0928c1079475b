/** In what part people are asked to a briefing. The first three are compulsory [GV4]. */
export const PARTS = {
  teamLeader: 'Tổ trưởng tổ giao dịch',
  associationHead: 'Hội nhận ủy thác',
  groupLeader: 'Tổ trưởng Tổ TK&VV',
  communeChair: 'Lãnh đạo UBND xã',
  villageHead: 'Trưởng thôn',
  communePolice: 'Công an xã',
  other: 'Khách mời',
} as const;

/** One of {@link PARTS}. */
export type Part = keyof typeof PARTS;

/** Whoever must be there; a part that is missing is shown, and never stops a briefing [GV4]. */
export const COMPULSORY_PARTS: readonly Part[] = ['teamLeader', 'associationHead', 'groupLeader'];

/** How somebody is there, or why not. Everyone is present until somebody says otherwise [GV3]. */
export const PRESENCES = {
  present: 'Có mặt',
  late: 'Đến muộn',
  deputy: 'Dự thay',
  excused: 'Vắng có lý do',
  absent: 'Vắng',
} as const;

/** One of {@link PRESENCES}. */
export type Presence = keyof typeof PRESENCES;

/** How somebody is there, of an office that somebody holds or of one that nobody does [GV172]. */
type Seen = { readonly presence: Presence; readonly isVacant: boolean };

type Attending = Seen & { readonly part: Part; readonly fullName: string };

/** Counts of a part of the meeting. `there` includes those who came late and those a deputy stands for. */
export type PartCount = {
  readonly part: Part;
  readonly asked: number;
  readonly there: number;
  readonly deputies: number;
  readonly excused: number;
  readonly isCompulsory: boolean;
};

/** True for whoever counts as there [GV3]; for an office that nobody holds only its deputy may be [GV172]. */
export function isThere({ presence, isVacant }: Seen): boolean {
  if (presence === 'deputy') return true;
  return (presence === 'present' || presence === 'late') && !isVacant;
}

/** True for an office of which nobody was said to be away, and nobody can be there [GV172]. */
export function isEmptySeat({ presence, isVacant }: Seen): boolean {
  return isVacant && (presence === 'present' || presence === 'late');
}

/** The parts of a meeting in their order, each with who is there; parts that nobody is asked to are left out. */
export function countParts(attendees: readonly Attending[]): PartCount[] {
  return (Object.keys(PARTS) as Part[]).flatMap((part) => {
    const asked = attendees.filter((attendee) => attendee.part === part);
    if (asked.length === 0) return [];
    const count = (presence: Presence) => asked.filter((attendee) => attendee.presence === presence).length;
    return [
      {
        part,
        asked: asked.length,
        there: asked.filter(isThere).length,
        deputies: count('deputy'),
        excused: count('excused'),
        isCompulsory: COMPULSORY_PARTS.includes(part),
      },
    ];
  });
}

/** The compulsory parts of which nobody is there, also those that nobody was asked to [GV4]. */
export function missingParts(attendees: readonly Attending[]): Part[] {
  return COMPULSORY_PARTS.filter(
    (part) => !attendees.some((attendee) => attendee.part === part && isThere(attendee)),
  );
}

/** The parts that may chair, with the title that papers give who does. */
export const CHAIR_TITLES = {
  teamLeader: 'Tổ trưởng Tổ giao dịch xã',
  communeChair: 'Lãnh đạo UBND xã',
} as const;

/** One of {@link CHAIR_TITLES}. */
export type ChairPart = keyof typeof CHAIR_TITLES;

/** The part that chairs by the value of the dated rule `briefingChair` [GV5]. */
export function chairPartOf(value: bigint): ChairPart {
  return value === 2n ? 'communeChair' : 'teamLeader';
}

/** Who chairs [GV5]: the first of the part that the rule names, or whoever stands for them; null while neither is there. */
export function chairOf(
  attendees: readonly (Attending & { readonly deputyName: string | null })[],
  chairPart: ChairPart,
): string | null {
  const chair = attendees.find((one) => one.part === chairPart && isThere(one));
  return chair ? (chair.deputyName ?? chair.fullName) : null;
}

/** Somebody on the list of a meeting that is prepared, and whether they have left the office since. */
type Listed = Parameters<typeof chairOf>[0][number] & { readonly leftOffice: string | null };

/**
 * The place on the list of who is to chair [GV5]: of the part that the rule names the first who has not left the office [GV232] and is to be
 * there, or for whom somebody stands; where none is, the first who has not left, else the first; undefined while nobody is asked in that part.
 */
export function chairAsked<One extends Listed>(
  attendees: readonly One[],
  chairPart: ChairPart,
): One | undefined {
  const ofPart = attendees.filter(({ part }) => part === chairPart);
  const holding = ofPart.filter(({ leftOffice }) => leftOffice === null);
  return holding.find(isThere) ?? holding[0] ?? ofPart[0];
}

/**
 * The place of who asked the others to a meeting that goes on or is over [GV270]: of the part the first whom no letter reached, whatever is said of
 * presence there; where letters reached all of it, the first.
 */
export function chairWhoAsked<One extends Pick<Listed, 'part'>>(
  attendees: readonly One[],
  chairPart: ChairPart,
  isReached: (one: One) => boolean,
): One | undefined {
  const ofPart = attendees.filter(({ part }) => part === chairPart);
  return ofPart.find((one) => !isReached(one)) ?? ofPart[0];
}

/** Who is to chair by name, or who stands for them, as {@link chairOf}; null while neither is to be there. */
export function chairToBe(attendees: readonly Listed[], chairPart: ChairPart): string | null {
  const chair = chairAsked(attendees, chairPart);
  return chair === undefined || chair.leftOffice !== null ? null : chairOf([chair], chairPart);
}
