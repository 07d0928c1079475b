import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { isLeftToTell, type ToldCounts } from '../../../../modules/governance/domain/cancellation.ts';
import { isSettled } from '../../../../modules/governance/domain/difficulty.ts';
import { formatInteger } from '../../../shared/format.ts';
import type { Briefing } from './briefing.ts';
import type { Invitations, Recipient } from './invitations.ts';

/** So many names are read at a glance; the page of invitations has them all. */
const MOST_NAMES = 5;

/** What becomes of the difficulties of a briefing when it is not held [GV110], one sentence or none. */
export function difficultiesAtStake({ difficulties }: Pick<Briefing, 'difficulties'>): readonly string[] {
  const unanswered = difficulties.filter(({ state }) => !isSettled(state)).length;
  if (unanswered === 0) return [];
  return [`${formatInteger(unanswered)} khó khăn chưa trả lời được đưa sang buổi giao ban tới.`];
}

/** What becomes of the invitations [GV111]: who gets a mail, whom the officer tells, what is taken back; once the day is over only that. */
export function invitedAtStake({
  recipients,
  former,
  hasMail,
  heldOn,
  today,
}: Pick<Invitations, 'recipients' | 'former' | 'hasMail' | 'heldOn' | 'today'>): readonly string[] {
  const reached = recipients.filter(({ isToBeTold }) => isToBeTold);
  // Who has left the office gets no mail of it [GV159].
  const byMail = reached.filter(
    ({ address, leftOffice }) => hasMail && address !== null && leftOffice === null,
  );
  const inPerson = [...reached.filter((one) => !byMail.includes(one)), ...former];
  const waiting = recipients.filter(({ invitation }) => invitation?.state === 'waiting');
  const sentences = [
    heldOn < today ? 'Ngày họp đã qua nên không báo cho người đã được mời.' : '',
    byMail.length === 0
      ? ''
      : `${formatInteger(byMail.length)} người đã được mời nhận thư báo, có nêu lý do.`,
    inPerson.length === 0
      ? ''
      : `${formatInteger(inPerson.length)} người đã được mời cần báo trực tiếp: ${namesOf(inPerson)}.`,
    waiting.length === 0
      ? ''
      : `${formatInteger(waiting.length)} thư mời chờ gửi được rút lại${alsoReached(waiting)}.`,
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? ['Chưa mời ai nên không phải báo cho ai.'] : sentences;
}

/** A mail that the sender has in hand at that second may go all the same, and an earlier invitation may have come: they are told too. */
function alsoReached(waiting: readonly Pick<Recipient, 'isToBeTold'>[]): string {
  const reached = waiting.filter(({ isToBeTold }) => isToBeTold).length;
  return reached === 0
    ? ''
    : `; ${formatInteger(reached)} người trong đó có thể đã nhận giấy mời nên vẫn được báo`;
}

/** Who has still to be told in person that a briefing is not held: without an address, or their mail did not go [GV116]. */
export function leftToTell<One extends Pick<Recipient, 'cancellation'>>(
  people: readonly One[],
): readonly One[] {
  return people.filter(({ cancellation }) => cancellation !== null && isLeftToTell(cancellation.state));
}

/**
 * `3 người được báo bằng thư, 2 người đã báo trực tiếp, còn 1 người phải báo trực tiếp`; empty where nobody had been invited [GV111],
 * [GV116]. Each is counted once, and so are mails that were taken back since it is prepared again [GV223].
 */
export function toldWords({ toldByMail, toldInPerson, leftToTell: left, takenBack }: ToldCounts): string {
  const back = takenBack === 0 ? [] : [`${formatInteger(takenBack)} thư báo đã rút lại`];
  if (toldByMail + toldInPerson === 0) {
    const untold = left === 0 ? [] : [`${formatInteger(left)} người phải báo trực tiếp, chưa báo ai`];
    return [...back, ...untold].join(', ');
  }
  return [
    ...(toldByMail === 0 ? [] : [`${formatInteger(toldByMail)} người được báo bằng thư`]),
    ...(toldInPerson === 0 ? [] : [`${formatInteger(toldInPerson)} người đã báo trực tiếp`]),
    ...back,
    ...(left === 0 ? [] : [`còn ${formatInteger(left)} người phải báo trực tiếp`]),
  ].join(', ');
}

/** How many difficulties a briefing that is not held has given away, wherever they are now. */
export function sumOfGivenBack(givenBack: NonNullable<Briefing['cancelled']>['givenBack']): number {
  return givenBack.reduce((sum, { difficulties }) => sum + difficulties, 0);
}

/** Where the calendar has the session of a briefing that is not held now, where that is another day or none [GV202]; empty where it stays. */
export function sessionWords({ heldOn }: Pick<Briefing, 'heldOn'>, sessionOn: BusinessDate | null): string {
  if (sessionOn === null) return 'Lịch nay không có phiên này nên không chuẩn bị lại được.';
  return sessionOn === heldOn ? '' : `Theo lịch, phiên này nay là ngày ${formatDate(sessionOn)}.`;
}

function namesOf(people: readonly Pick<Recipient, 'fullName'>[]): string {
  const names = people.slice(0, MOST_NAMES).map(({ fullName }) => fullName);
  const more = people.length - names.length;
  return `${names.join(', ')}${more === 0 ? '' : ` và ${formatInteger(more)} người nữa`}`;
}
