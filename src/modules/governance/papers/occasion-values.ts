import type { BusinessDate } from '../../../kernel/dates.ts';
import { officialDate } from '../../documents/index.ts';
import { communeWords, officeWords, seatOfOffice } from '../domain/papers/place-words.ts';
import type { PlaceholderValues } from '../domain/papers/placeholders.ts';
import { officialMonth } from './content/frame.ts';

/** What the places of a template stand for at one briefing [GV63]. */
export function occasionValues(occasion: {
  readonly officeName: string;
  readonly communeName: string;
  readonly pointName: string;
  /** The commune has several points: what is said of one says which [GV264]. */
  readonly isOneOfSeveral: boolean;
  readonly heldOn: BusinessDate;
}): PlaceholderValues {
  const commune = communeWords(occasion.communeName);
  return {
    'đơn vị': officeWords(occasion.officeName),
    'nơi đơn vị': seatOfOffice(occasion.officeName),
    xã: commune.full,
    'loại xã': commune.kind,
    'tên xã': commune.name,
    điểm: occasion.pointName,
    'nơi giao ban': occasion.isOneOfSeveral
      ? `điểm giao dịch ${occasion.pointName}, ${commune.full}`
      : commune.full,
    tháng: officialMonth(occasion.heldOn),
    ngày: officialDate(occasion.heldOn),
  };
}
