import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from './close-briefing.ts';
import { giveDifficulty } from './give-difficulty.ts';
import { listBriefings } from './list-briefings.ts';
import { listWaitingDifficulties } from './list-waiting-difficulties.ts';
import { raiseDifficulty } from './raise-difficulty.ts';
import { showBriefing } from './show-briefing.ts';
import { opened, prepared, shown } from './testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from './testing/given-commune.ts';
import { aboutHousehold, aMatter, borrowerOf, type TestBorrower } from './testing/raised-difficulties.ts';

let commune: TestCommune;
let borrower: TestBorrower;
beforeAll(async () => {
  commune = await givenCommune();
  borrower = await borrowerOf(commune);
}, 60_000);
afterAll(() => commune.database.close());

const leader = () => commune.as('groupLeader', { groupCodes: [borrower.groupCode] });

describe('a difficulty raised beforehand', () => {
  it('[GV6] waits, comes to the briefing when it is prepared, and later ones go straight there', async () => {
    const [early, late] = [nextId(), nextId()];
    const before = await command(commune, leader(), (context) =>
      raiseDifficulty({ ...aboutHousehold(commune, borrower), difficultyId: early }, context),
    );
    expect(before).toEqual({ briefingId: null });
    const waiting = await question(commune, leader(), (context) =>
      listWaitingDifficulties({ communeId: commune.communeId }, context),
    );
    expect(waiting.difficulties.map(({ difficultyId }) => difficultyId)).toEqual([early]);
    const within = await prepared(commune);
    const after = await command(commune, leader(), (context) =>
      raiseDifficulty(
        { ...aboutHousehold(commune, borrower), difficultyId: late, text: 'Hộ đổi số' },
        context,
      ),
    );
    expect(after).toEqual({ briefingId: within.briefingId });
    const { difficulties } = await shown(commune, within);
    expect(difficulties.map(({ difficultyId }) => difficultyId)).toEqual([early, late]);
  });

  it('[GV6] raised twice it stands once, where it stands; the same id for something else is refused', async () => {
    const within = await prepared(commune);
    const again = { ...aMatter(commune, 'Mất điện ở nhà văn hóa'), difficultyId: nextId() };
    for (let i = 0; i < 2; i++)
      expect(await command(commune, leader(), (context) => raiseDifficulty(again, context))).toEqual({
        briefingId: within.briefingId,
      });
    const other = await tryCommand(commune, leader(), (context) =>
      raiseDifficulty({ ...again, text: 'Mất nước' }, context),
    );
    expect(other).toMatchObject({ refused: 'idTaken' });
    const { difficulties } = await shown(commune, within);
    expect(difficulties.filter(({ difficultyId }) => difficultyId === again.difficultyId)).toHaveLength(1);
  });

  it('[GV6] comes to the next briefing that is held, not to one that was prepared and whose day passed', async () => {
    await prepared(commune, day('2027-02-23'));
    const march = await prepared(commune, day('2027-03-23'));
    commune.clock.moveTo('2027-03-15T02:00:00Z');
    const raised = await command(commune, leader(), (context) =>
      raiseDifficulty({ ...aMatter(commune, 'Đường vào thôn sạt lở'), difficultyId: nextId() }, context),
    );
    expect(raised).toEqual({ briefingId: march.briefingId });
  });

  it('[GV7] bank and chair read all, a leader those of the own group, police what they raised', async () => {
    const within = await prepared(commune);
    const police = commune.as('communePolice', { officeIds: [], groupCodes: [] });
    await command(commune, police, (context) =>
      raiseDifficulty({ ...aMatter(commune, 'Hai hộ chuyển đi không báo'), difficultyId: nextId() }, context),
    );
    const textsFor = async (caller: ReturnType<TestCommune['as']>) =>
      (await question(commune, caller, (context) => showBriefing(within, context))).difficulties.map(
        ({ text }) => text,
      );
    const all = await textsFor(commune.as('communeChair'));
    expect(all).toContain('Hai hộ chuyển đi không báo');
    expect(await textsFor(police)).toEqual(['Hai hộ chuyển đi không báo']);
    const own = await textsFor(leader());
    expect(own).toEqual(['Không gặp được hộ, món vay đến hạn hôm nay', 'Hộ đổi số']);
    expect(all.length).toBeGreaterThan(own.length + 1);
    const other = commune.as('groupLeader', { groupCodes: ['9999999'] });
    expect(await textsFor(other)).toEqual([]);
  });

  it('[GV7] the list of briefings counts what the page of each shows: whoever raised one counts it too', async () => {
    const within = await prepared(commune);
    const { communeId } = commune;
    const police = commune.as('communePolice', { officeIds: [], groupCodes: [] });
    const counted = async (caller: ReturnType<TestCommune['as']>) => {
      const { briefings } = await question(commune, caller, (context) =>
        listBriefings({ communeId }, context),
      );
      return briefings.find(({ briefingId }) => briefingId === within.briefingId)?.difficulties;
    };
    const onPage = async (caller: ReturnType<TestCommune['as']>) => {
      const { difficulties } = await question(commune, caller, (context) => showBriefing(within, context));
      const of = (wanted: string) => difficulties.filter(({ state }) => state === wanted).length;
      return { open: of('open'), given: of('given') };
    };
    expect(await counted(police)).toEqual({ open: 1, given: 0 });
    const difficultyId = nextId();
    await command(commune, police, (context) =>
      raiseDifficulty({ ...aMatter(commune, 'Một hộ đi làm xa'), difficultyId }, context),
    );
    const given = {
      seat: 'communePolice',
      name: `${PEOPLE.communePolice}, Công an xã`,
      dueOn: day('2026-11-30'),
      baseVersion: 1,
    };
    await command(commune, commune.as('creditOfficer'), (context) =>
      giveDifficulty({ ...given, communeId, difficultyId }, context),
    );
    expect(await counted(police)).toEqual({ open: 1, given: 1 });
    for (const caller of [police, leader(), commune.as('communeChair')])
      expect(await counted(caller)).toEqual(await onPage(caller));
  });

  it('[GV7] a leader cannot raise one about a household of another group', async () => {
    const other = commune.as('groupLeader', { groupCodes: ['9999999'] });
    const refused = await tryCommand(commune, other, (context) =>
      raiseDifficulty({ ...aboutHousehold(commune, borrower), difficultyId: nextId() }, context),
    );
    expect(refused).toMatchObject({ refused: 'householdUnknown' });
  });
});

describe('a difficulty in the meeting', () => {
  it('[GV6] is given to somebody with a day that is not before the briefing', async () => {
    const within = await opened(commune);
    const difficultyId = nextId();
    const officer = commune.as('creditOfficer');
    await command(commune, officer, (context) =>
      raiseDifficulty(
        { ...aMatter(commune, '4 tổ viên xin vay nước sạch, chỉ tiêu đã hết'), ...within, difficultyId },
        context,
      ),
    );
    const given = {
      communeId: commune.communeId,
      difficultyId,
      seat: 'creditOfficer',
      name: `${PEOPLE.creditOfficer}, Cán bộ tín dụng`,
      baseVersion: 1,
    };
    const past = await tryCommand(commune, officer, (context) =>
      giveDifficulty({ ...given, dueOn: day('2026-11-22') }, context),
    );
    expect(past).toMatchObject({ refused: 'dueBeforeBriefing' });
    const far = await tryCommand(commune, officer, (context) =>
      giveDifficulty({ ...given, dueOn: day('2027-11-24') }, context),
    );
    expect(far).toMatchObject({ refused: 'dueTooFar', data: { latest: '23/11/2027' } });
    await command(commune, officer, (context) =>
      giveDifficulty({ ...given, dueOn: day('2026-12-05') }, context),
    );
    const difficulty = (await shown(commune, within)).difficulties.find(
      (one) => one.difficultyId === difficultyId,
    );
    expect(difficulty).toMatchObject({ state: 'given', givenName: given.name, dueOn: '2026-12-05' });
  });

  it('[GV9] a closed briefing takes none', async () => {
    const within = await opened(commune, day('2026-12-23'));
    const officer = commune.as('creditOfficer');
    await command(commune, officer, (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    const refused = await tryCommand(commune, officer, (context) =>
      raiseDifficulty({ ...aMatter(commune, 'Muộn'), ...within, difficultyId: nextId() }, context),
    );
    expect(refused).toMatchObject({ refused: 'briefingClosed' });
  });

  it('[GV6] [GV9] one whose answer was lost, sent again after the closing, is told that it stands', async () => {
    const within = await opened(commune, day('2027-04-23'));
    const officer = commune.as('creditOfficer');
    const raise = () => tryCommand(commune, officer, (context) => raiseDifficulty(said, context));
    const said = { ...aMatter(commune, 'Mất nước'), ...within, difficultyId: nextId() };
    expect(await raise()).toEqual({ briefingId: within.briefingId });
    await command(commune, officer, (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    // Nobody has answered it: it waits for the next meeting [GV120].
    expect(await raise()).toEqual({ briefingId: null });
  });
});
