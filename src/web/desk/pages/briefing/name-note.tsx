import { type ReactElement, useMemo } from 'react';
import type { Id } from '../../../../kernel/ids.ts';
import { listBorrowerNames, listHouseholdNames } from '../../../../modules/governance/contract.ts';
import {
  knownNames,
  namesIn,
  ONE_DIFFICULTY,
  ONE_HOUSEHOLD,
  ONE_SENTENCE,
} from '../../../../modules/governance/domain/hall-words.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import type { Briefing } from './briefing.ts';

/** What is written: what prints its names, and what the hall shows of it where it shows only that there is one. */
const KINDS = {
  difficulty: { papers: 'biên bản', one: ONE_DIFFICULTY },
  /** A heading stands in the hall at every level, without the name [GV87]. */
  title: { papers: 'giấy mời và biên bản', one: null },
  reason: { papers: 'thư báo', one: ONE_SENTENCE.reason },
  conclusion: { papers: 'biên bản và thông báo', one: ONE_HOUSEHOLD },
  point: { papers: 'biên bản', one: ONE_SENTENCE.point },
  note: { papers: 'biên bản', one: ONE_SENTENCE.note },
} as const;

/** What the hall does with a line that names a household, by the level of the dated rule. */
const inTheHall = (level: number, one: string | null) =>
  one === null ? STRUCK : ([NOTHING, `màn hình hội trường chỉ ghi “${one}”`, STRUCK][level] ?? NOTHING);

const NOTHING = 'màn hình hội trường không hiện dòng này';
const STRUCK = 'màn hình hội trường bỏ trống tên';

type Props = {
  readonly text: string;
  readonly kind?: keyof typeof KINDS;
  readonly briefing: Pick<Briefing, 'communeId' | 'briefingId' | 'difficulties' | 'hallHouseholdLevel'>;
};

/**
 * Said quietly where what is typed for a meeting names a household, of this meeting's difficulties [GV115] or any borrower of the
 * commune [GV122]: who will see the name. The names are asked for once, no key waits for them.
 */
export function NameNote({ text, kind = 'conclusion', briefing }: Props): ReactElement | null {
  const { communeId, briefingId, difficulties, hallHouseholdLevel: level } = briefing;
  const { data } = useQuestion(listHouseholdNames, { communeId, briefingId }, { isKept: true });
  const borrowers = useMemo(() => knownNames(data?.names ?? [], data?.officials), [data]);
  const spokenOf = useMemo(
    () => knownNames(difficulties.flatMap(({ personName }) => (personName === null ? [] : [personName]))),
    [difficulties],
  );
  const found = [...new Set([...namesIn(text, spokenOf), ...namesIn(text, borrowers)])];
  return <SeenBy found={found} kind={kind} level={level} />;
}

/**
 * The same where a difficulty is raised beforehand, of whoever sees every borrower of the commune [GV157]. The names are asked for when
 * something is typed, once.
 */
export function BorrowerNote({
  text,
  communeId,
}: {
  readonly text: string;
  readonly communeId: Id;
}): ReactElement | null {
  const enabled = text.trim() !== '';
  const { data } = useQuestion(listBorrowerNames, { communeId }, { enabled, isKept: true });
  const borrowers = useMemo(() => knownNames(data?.names ?? [], data?.officials), [data]);
  if (data === undefined) return null;
  return <SeenBy found={namesIn(text, borrowers)} kind="difficulty" level={data.hallHouseholdLevel} />;
}

/** Who will see these names. */
function SeenBy({
  found,
  kind,
  level,
}: {
  readonly found: readonly string[];
  readonly kind: keyof typeof KINDS;
  readonly level: number;
}): ReactElement | null {
  if (found.length === 0) return null;
  const { papers, one } = KINDS[kind];
  return (
    <p className="small dim" role="status">
      Có tên hộ {found.join(', ')}: {papers} in tên này, {inTheHall(level, one)}.
    </p>
  );
}
