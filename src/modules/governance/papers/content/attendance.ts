import type { PaperBlock, Text } from '../../../documents/index.ts';
import { PARTS, type Part } from '../../domain/attendance.ts';
import { isOfVacant, type Minutes } from '../../domain/minutes.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import { chairTitle, partTitle } from '../../domain/titles-of-place.ts';
import { labelled } from './frame.ts';

/** Who led a meeting, who wrote, who came and who did not, as its minutes begin [GV65]. */
export function attendance({
  chairedBy,
  chairPart = 'teamLeader',
  recordedBy,
  parts,
  attendees,
  missingParts,
  titles,
  vacant = [],
}: Minutes): PaperBlock[] {
  // An office that nobody holds is named by its title, which is nobody who came.
  const came = attendees.filter((one) => !(isOfVacant(one) && vacant.includes(one.fullName)));
  const named = (presences: readonly string[]) =>
    attendees.filter(({ presence }) => presences.includes(presence));
  // Who chairs stands above; others of the same part are named with the rest.
  const there = parts
    .filter(({ part, asked }) => part !== chairPart || asked > 1)
    .map(({ part, asked, there }) => `${partTitle(part, titles)} ${there}/${asked}${namesOf(part, came)}`);
  return [
    { block: 'heading', level: 1, text: 'THÀNH PHẦN' },
    {
      block: 'points',
      labels: 'numbers',
      points: [
        labelled('Chủ trì', `${nameOf(chairedBy) ?? NOBODY}, ${chairTitle(chairPart, titles)}.`),
        ...line(
          'Thư ký',
          recordedBy === undefined || recordedBy === chairedBy ? [] : [withoutPersonalNumbers(recordedBy)],
        ),
        ...line('Tham dự', there),
        ...line(
          'Dự thay',
          named(['deputy']).map(
            (one) => `${withoutPersonalNumbers(one.deputyName ?? '')} thay ${person(one)}`,
          ),
        ),
        ...line(
          'Đến muộn',
          named(['late'])
            .filter((one) => came.includes(one))
            .map(person),
        ),
        ...line(
          'Vắng có lý do',
          named(['excused']).map(
            (one) => `${person(one)}${one.note === null ? '' : ` (${withoutPersonalNumbers(one.note)})`}`,
          ),
        ),
        ...line('Vắng', named(['absent']).map(person)),
        ...line('Chức vụ chưa có người giữ', withHolders(vacant, attendees)),
        ...line(
          'Thành phần bắt buộc không có người dự',
          missingParts.map((part) => (part in PARTS ? partTitle(part as Part, titles) : part)),
        ),
      ],
    },
  ];
}

const NOBODY = 'chưa có người chủ trì';

const person = (one: Minutes['attendees'][number]) =>
  withoutPersonalNumbers(isOfVacant(one) ? one.fullName : `${one.fullName}, ${one.capacity}`);

/** Offices that nobody held when the meeting began, each with who holds it since [GV233]. */
function withHolders(vacant: readonly string[], attendees: Minutes['attendees']): string[] {
  return vacant.map((title) => {
    const since = attendees.find((one) => isOfVacant(one) && one.fullName === title)?.heldSince;
    return since === undefined ? title : withoutPersonalNumbers(`${title} (${since})`);
  });
}

/** A labelled line, where there is somebody to name. */
function line(label: string, texts: readonly string[]): Text[] {
  return texts.length === 0 ? [] : [labelled(label, `${texts.join('; ')}.`)];
}

/** A deputy's name is typed, who chairs included [GV108]. */
const nameOf = (fullName: string | null) => (fullName === null ? null : withoutPersonalNumbers(fullName));

/** ` (Trần Thị Hạnh, Đỗ Văn Tâm)`: who came of a part; group leaders are too many, of them who did not come is named. */
function namesOf(part: Part, attendees: Minutes['attendees']): string {
  if (part === 'groupLeader') return '';
  const came = attendees.filter((one) => one.part === part && ['present', 'late'].includes(one.presence));
  return came.length === 0
    ? ''
    : ` (${came.map(({ fullName }) => withoutPersonalNumbers(fullName)).join(', ')})`;
}
