import type { ReactElement } from 'react';
import { knownNames, namesIn } from '../../../../modules/governance/domain/hall-words.ts';
import type { Briefing } from './briefing.ts';

/** What the hall does with a line that names a household, by the level of the dated rule. */
const IN_THE_HALL = [
  'màn hình hội trường không hiện dòng này',
  'màn hình hội trường chỉ ghi “Kết luận về một hộ vay”',
  'màn hình hội trường bỏ trống tên',
];

/**
 * Said quietly where a conclusion names a household of this meeting's difficulties: who will see the name. Names of the meeting before
 * are not sent to the desk, so of them nothing is said here [GV115].
 */
export function NameNote(props: {
  readonly text: string;
  readonly briefing: Pick<Briefing, 'difficulties' | 'hallHouseholdLevel'>;
}): ReactElement | null {
  const { difficulties, hallHouseholdLevel: level } = props.briefing;
  const names = difficulties.flatMap(({ personName }) => (personName === null ? [] : [personName]));
  const found = namesIn(props.text, knownNames(names));
  if (found.length === 0) return null;
  return (
    <p className="small dim" role="status">
      Có tên hộ {found.join(', ')}: biên bản và thông báo in tên này, {IN_THE_HALL[level] ?? IN_THE_HALL[0]}.
    </p>
  );
}
