import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { nextId } from '../portfolio/testing/stage-extracts.ts';
import { addContact } from '../registry/add-contact.ts';
import { markWrongNumber } from '../registry/mark-wrong-number.ts';
import { removeContact } from '../registry/remove-contact.ts';
import type { RecordLink } from './domain/record-words.ts';
import { reportTask } from './report-task.ts';
import { command, givenCommune, type TestCommune, tryCommand } from './testing/given-commune.ts';
import { callers, ordered, shownTask, taskOf } from './testing/given-tasks.ts';

let commune: TestCommune;
let as: ReturnType<typeof callers>;
/** A customer of a group of the union, and one of another association. */
let own: { householdId: Id; personId: Id; fullName: string; groupCode: string; contractNo: string };
let foreign: { householdId: Id };
beforeAll(async () => {
  commune = await givenCommune();
  as = callers(commune);
  commune.clock.moveTo('2026-12-01T02:00:00Z');
  const borrower = async (condition: string) => {
    const { rows } = await commune.database.owner.query(
      `select household_id as "householdId", person.id as "personId", full_name as "fullName", person.group_code as "groupCode",
         (select max(contract_no) from portfolio.position p where p.commune_id = person.commune_id
            and p.customer_code = person.customer_code and p.data_date = '2026-10-31') as "contractNo"
       from registry.person where commune_id = $1 and group_code <> '' and ${condition}
         and exists (select 1 from portfolio.position p where p.commune_id = person.commune_id
           and p.customer_code = person.customer_code and p.data_date = '2026-10-31')
       order by customer_code limit 1`,
      [commune.communeId],
    );
    return rows[0];
  };
  own = await borrower(`association_code = '12'`);
  foreign = await borrower(`association_code <> '12'`);
}, 60_000);
afterAll(() => commune.database.close());

type Within = { readonly communeId: Id; readonly taskId: Id };
const newTask = async () => taskOf(commune, as.head(), await ordered(commune));
const report = (
  within: Within,
  records: readonly RecordLink[],
  { caller = as.head(), eventId = nextId() } = {},
) =>
  tryCommand(commune, caller, (context) =>
    reportTask(
      {
        ...within,
        ...{ eventId, text: 'Đã đến nhà', outcome: 'done', doneOn: day('2026-12-01') },
        ...{ fileIds: [], records: [...records] },
      },
      context,
    ),
  );
const entered = (phone: string) =>
  command(commune, as.head(), (context) =>
    addContact(
      { communeId: commune.communeId, personId: own.personId, relation: 'spouse', name: null, phone },
      context,
    ),
  );
const recordsOf = async (within: Within, caller = as.chair()) =>
  (await shownTask(commune, caller, within)).events.flatMap(({ records }) => records);

describe('records of a report', () => {
  it('[GV86] household, number, loan and group are kept as they stood and shown with what they say now', async () => {
    const within = await newTask();
    const { householdId, groupCode, contractNo, fullName } = own;
    const { contactId } = await entered('0987111222');
    const records: RecordLink[] = [
      { kind: 'household', householdId },
      { kind: 'contact', householdId, contactId },
      { kind: 'loan', contractNo },
      { kind: 'group', groupCode },
    ];
    const eventId = nextId();
    // Sent twice, and one named twice in it: each stands once.
    for (let i = 0; i < 2; i++)
      expect(await report(within, [...records, { kind: 'household', householdId }], { eventId })).toEqual({
        version: 2,
      });
    await command(commune, as.head(), (context) =>
      markWrongNumber({ communeId: commune.communeId, contactId, isWrong: true }, context),
    );
    const shown = await recordsOf(within);
    expect(shown.map(({ kind, seen }) => [kind, seen?.link])).toEqual(
      records.map((link) => [link.kind, link]),
    );
    const [household, contact, loan, group] = shown.map(({ seen }) => seen);
    expect(household?.title).toContain(`Hộ ${fullName}`);
    expect(contact).toMatchObject({
      title: `Số liên lạc của hộ ${fullName}`,
      said: '0987 111 222 (Vợ hoặc chồng), chưa gọi',
      saysNow: '0987 111 222 (Vợ hoặc chồng), sai số từ 01/12/2026',
    });
    expect(loan?.said).toMatch(
      /^dư nợ [\d.]+ đ, quá hạn [\d.]+ đ, lãi tồn [\d.]+ đ \(số liệu 31\/10\/2026\)$/,
    );
    expect(loan?.saysNow).toBe(loan?.said);
    expect(group?.title).toContain(`Tổ ${groupCode}, tổ trưởng `);
    await command(commune, as.officer(), (context) =>
      removeContact({ communeId: commune.communeId, contactId }, context),
    );
    expect((await recordsOf(within))[1]?.seen).toMatchObject({ saysNow: null });
  });

  it('[GV86] what its author may not read is refused, and nothing of the report stands', async () => {
    const within = await newTask();
    const unknown: RecordLink[] = [
      { kind: 'household', householdId: foreign.householdId },
      { kind: 'contact', householdId: own.householdId, contactId: nextId() },
      { kind: 'loan', contractNo: '0000000000000000' },
      { kind: 'group', groupCode: '9999999' },
    ];
    for (const record of unknown)
      expect(await report(within, [record])).toMatchObject({ refused: 'recordUnknown' });
    expect((await shownTask(commune, as.head(), within)).task.state).toBe('given');
  });

  it('[GV86] whoever reads the task sees of a record what they may read themselves, and no name of others', async () => {
    const within = await newTask();
    await report(within, [{ kind: 'household', householdId: foreign.householdId }], { caller: as.chair() });
    expect(await recordsOf(within, as.chair())).toMatchObject([
      { kind: 'household', seen: { link: { householdId: foreign.householdId } } },
    ]);
    expect(await recordsOf(within, as.head())).toMatchObject([{ kind: 'household', seen: null }]);
  });
});
