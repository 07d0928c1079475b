import { type BusinessDate, day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { addConclusion } from '../add-conclusion.ts';
import { closeBriefing } from '../close-briefing.ts';
import { listBriefings } from '../list-briefings.ts';
import { openBriefing } from '../open-briefing.ts';
import { prepareBriefing } from '../prepare-briefing.ts';
import { showBriefing } from '../show-briefing.ts';
import { command, question, type TestCommune, tryCommand } from './given-commune.ts';

/** Where a briefing stands. */
export type TestBriefing = { readonly communeId: Id; readonly briefingId: Id };

/** The session of November. */
export const HELD_ON = day('2026-11-23');

/** A conclusion that lacks nothing. */
export const CONCLUSION = {
  text: 'Mời hộ làm việc lần 3',
  ownerSeat: null,
  ownerName: 'Ban giảm nghèo',
  dueOn: day('2026-12-15'),
};

/** Where the points of a commune hold their sessions, in words. */
export async function meetAt({ database, communeId }: TestCommune, place: string): Promise<void> {
  await database.owner.query('update sessions.point set place = $1 where commune_id = $2', [
    place,
    communeId,
  ]);
}

/** The code of the point that holds its session on a day. */
export async function pointOf(commune: TestCommune, heldOn: BusinessDate = HELD_ON): Promise<string> {
  commune.clock.moveTo(`${heldOn}T01:00:00Z`);
  const { coming, briefings } = await question(commune, commune.as('creditOfficer'), (context) =>
    listBriefings({ communeId: commune.communeId }, context),
  );
  const found = [...coming, ...briefings].find((one) => one.heldOn === heldOn);
  if (!found) throw new Error(`no session on ${heldOn}`);
  return found.pointCode;
}

/** The briefing of a day, prepared; the clock stands at that morning. */
export async function prepared(commune: TestCommune, heldOn: BusinessDate = HELD_ON): Promise<TestBriefing> {
  const pointCode = await pointOf(commune, heldOn);
  const { communeId } = commune;
  const { briefingId } = await command(commune, commune.as('creditOfficer'), (context) =>
    prepareBriefing({ communeId, pointCode, heldOn }, context),
  );
  return { communeId, briefingId };
}

/** The same, begun. */
export async function opened(commune: TestCommune, heldOn: BusinessDate = HELD_ON): Promise<TestBriefing> {
  const within = await prepared(commune, heldOn);
  await tryCommand(commune, commune.as('creditOfficer'), (context) => openBriefing(within, context));
  return within;
}

/** The same, closed with a conclusion for each owner, due on that day. */
export async function closed(
  commune: TestCommune,
  heldOn: string,
  ownerNames: readonly string[] = [CONCLUSION.ownerName],
): Promise<TestBriefing> {
  const within = await opened(commune, day(heldOn));
  const officer = commune.as('creditOfficer');
  for (const ownerName of ownerNames) {
    const line = { ...within, ...CONCLUSION, ownerName, dueOn: day(heldOn), conclusionId: nextId() };
    await command(commune, officer, (context) => addConclusion(line, context));
  }
  await command(commune, officer, (context) =>
    closeBriefing({ ...within, withoutConclusions: false }, context),
  );
  return within;
}

/** The briefing as the officer sees it. */
export function shown(commune: TestCommune, within: TestBriefing) {
  return question(commune, commune.as('creditOfficer'), (context) => showBriefing(within, context));
}
