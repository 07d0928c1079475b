import type { ReactElement, ReactNode } from 'react';
import { isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { CopyButton } from '../../../shared/components/copy-button.tsx';
import { type Briefing, hourOf } from './briefing.ts';

type Difficulty = Briefing['difficulties'][number];

/** In a form whose line another took out, dropped or settled meanwhile: what happened, and what becomes of what is typed [GV119]. */
export function Meanwhile(props: {
  readonly what: string;
  readonly next: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="notice warn" role="status">
      <p>
        <b>{props.what}</b> Chữ đang gõ còn nguyên. {props.next} {props.children}
      </p>
    </div>
  );
}

/** Who took a conclusion out, and when. */
export function takenOutWords({ takenOut }: Pick<Briefing, 'takenOut'>, conclusionId: string): string {
  const out = takenOut.find((one) => one.conclusionId === conclusionId);
  if (out === undefined) return 'Kết luận này đã bị bỏ.';
  return `${out.byName ?? 'Có người'} đã bỏ kết luận này lúc ${hourOf(out.at)}.`;
}

/** Who took somebody off the list of whom is asked, and when. */
function takenOffWords({ fullName, byName, at: moment }: Briefing['takenOff'][number]): string {
  return `${byName} đã bỏ ${fullName} khỏi danh sách lúc ${hourOf(moment)}.`;
}

/** What to do in the form of somebody who was taken off: it brings them back, or their place is another's [GV182]. */
export function takenOffNext({
  fullName,
  nowOf,
}: Pick<Briefing['takenOff'][number], 'fullName' | 'nowOf'>): string {
  return nowOf === null
    ? '“Ghi” đưa người này trở lại danh sách.'
    : `Chỗ này nay là của ${nowOf}, nên không ghi được cho ${fullName}: điểm danh ở dòng của ${nowOf}, hoặc thêm ${fullName} là người mời thêm, rồi bấm “Thôi”.`;
}

/** In the form of somebody who was taken off: who did it, and what becomes of what is typed. */
export function TakenOffMeanwhile({
  off,
  words,
}: {
  readonly off: Briefing['takenOff'][number];
  readonly words: string;
}): ReactElement {
  const isToBeCopied = off.nowOf !== null && words.trim() !== '';
  return (
    <Meanwhile what={takenOffWords(off)} next={takenOffNext(off)}>
      {isToBeCopied ? <CopyButton words={words.trim()} /> : null}
    </Meanwhile>
  );
}

/** The same of a difficulty that was answered or dropped: nothing more is written to it; nothing while it is neither. */
export function SettledMeanwhile(props: {
  readonly difficulty: Difficulty;
  /** What is typed. */
  readonly words: string;
}): ReactElement | null {
  const { difficulty, words } = props;
  if (!isSettled(difficulty.state)) return null;
  return (
    <Meanwhile
      what={settledWords(difficulty)}
      next="Khó khăn này không ghi thêm được nữa: cần thì chép lại, rồi bấm “Thôi”."
    >
      {words.trim() === '' ? null : <CopyButton words={words} />}
    </Meanwhile>
  );
}

/** What became of a difficulty while a form of it was open. */
export function settledWords(difficulty: Difficulty): string {
  const { state, answer, answeredByName, answeredAt, droppedByName, droppedAt, dropReason } = difficulty;
  const ended = (text: string | null) => text?.replace(/\.$/u, '') ?? '';
  if (state === 'answered')
    return `${answeredByName ?? 'Có người'} đã trả lời khó khăn này${at(answeredAt)}: “${ended(answer)}”.`;
  return `${droppedByName ?? 'Có người'} đã bỏ khó khăn này${at(droppedAt)}: “${ended(dropReason)}”.`;
}

function at(moment: string | null): string {
  return moment === null ? '' : ` lúc ${hourOf(moment)}`;
}
