import { officialDate, type Paper } from '../../../documents/index.ts';
import { dayMet, type Minutes } from '../../domain/minutes.ts';
import { type Slip, slipsOf } from '../../domain/papers/slips.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import { conclusionTable } from './conclusion-lines.ts';
import { closing, type Frame, framed, meetingOfMonth, meetingPlace, opening } from './frame.ts';

/** What the slips are made from. */
export type AssignmentMatter = {
  readonly minutes: Minutes;
  /** `05/BB-NHCS`, as the grounds cite the minutes; null for a draft. */
  readonly minutesSymbol: string | null;
};

/**
 * A slip for each owner of conclusions and of difficulties given [GV66], [GV126]. The first has the number
 * that was taken, the others those after it; no slip where nothing was given to anybody.
 */
export function assignmentPapers(frame: Frame, { minutes, minutesSymbol }: AssignmentMatter): Paper[] {
  const metOn = dayMet(minutes);
  const grounds =
    minutesSymbol === null
      ? []
      : [`Căn cứ Biên bản giao ban số ${minutesSymbol} ${officialDate(metOn)} tại ${meetingPlace(frame)};`];
  return slipsOf(minutes).map((slip, i) =>
    framed('assignment', frameOf(frame, slip, i), {
      abstract: `Thực hiện kết luận giao ban ${meetingOfMonth(frame, metOn)}`,
      addressees: [withoutPersonalNumbers(slip.ownerName)],
      grounds,
      body: [
        { block: 'paragraph', text: opening(frame) },
        conclusionTable(slip.lines, { withOwner: false }),
        { block: 'paragraph', text: closing(frame, 'Đề nghị thực hiện và báo cáo đúng hạn') },
      ],
    }),
  );
}

function frameOf(frame: Frame, { personName }: Slip, place: number): Frame {
  return {
    ...frame,
    number: frame.number === null ? null : frame.number + place,
    signers: { ...frame.signers, owner: personName },
  };
}
