import { type ReactElement, useMemo } from 'react';
import { listHouseholdNames } from '../../../../modules/governance/contract.ts';
import { knownNames, namesIn } from '../../../../modules/governance/domain/hall-words.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import type { Briefing } from './briefing.ts';

/** What the hall does with a line that names a household, by the level of the dated rule. */
const IN_THE_HALL = [
  'màn hình hội trường không hiện dòng này',
  'màn hình hội trường chỉ ghi “Kết luận về một hộ vay”',
  'màn hình hội trường bỏ trống tên',
];

type Props = {
  readonly text: string;
  readonly briefing: Pick<Briefing, 'communeId' | 'briefingId' | 'difficulties' | 'hallHouseholdLevel'>;
};

/**
 * Said quietly where a conclusion names a household, of this meeting's difficulties [GV115] or any borrower of the commune [GV122]: who
 * will see the name. The names are asked for once, no key waits for them.
 */
export function NameNote({ text, briefing }: Props): ReactElement | null {
  const { communeId, briefingId, difficulties, hallHouseholdLevel: level } = briefing;
  const { data } = useQuestion(listHouseholdNames, { communeId, briefingId }, { isKept: true });
  const borrowers = useMemo(() => knownNames(data?.names ?? [], data?.officials), [data]);
  const spokenOf = useMemo(
    () => knownNames(difficulties.flatMap(({ personName }) => (personName === null ? [] : [personName]))),
    [difficulties],
  );
  const found = [...new Set([...namesIn(text, spokenOf), ...namesIn(text, borrowers)])];
  if (found.length === 0) return null;
  return (
    <p className="small dim" role="status">
      Có tên hộ {found.join(', ')}: biên bản và thông báo in tên này, {IN_THE_HALL[level] ?? IN_THE_HALL[0]}.
    </p>
  );
}
