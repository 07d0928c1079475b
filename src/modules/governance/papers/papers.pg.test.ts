import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, formatDate } from '../../../kernel/dates.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from '../close-briefing.ts';
import { PAPER_KIND_NAMES } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import { tellMeetingHour } from '../tell-meeting-hour.ts';
import { closed, opened, prepared, type TestBriefing } from '../testing/given-briefing.ts';
import {
  command,
  givenCommune,
  PEOPLE,
  question,
  type TestCommune,
  tryCommand,
} from '../testing/given-commune.ts';
import { exportPaper } from './export-paper.ts';
import { gatherPapers } from './gather-papers.ts';
import { listPapers } from './list-papers.ts';
import { listTemplates } from './list-templates.ts';
import { numberPaper } from './number-paper.ts';
import { paperFileName } from './render-papers.ts';
import { writeBriefingPack } from './write-briefing-pack.ts';
import { writePapers } from './write-papers.ts';
import { writeTemplate } from './write-template.ts';

const RESULTS_PDF = { kind: 'results', format: 'pdf' } as const;

let commune: TestCommune;
beforeAll(async () => {
  commune = await givenCommune();
}, 60_000);
afterAll(() => commune.database.close());

const officer = () => commune.as('creditOfficer');
const director = () => commune.as('officeDirector');
const list = (within: TestBriefing) => question(commune, officer(), (context) => listPapers(within, context));

describe('papers of a briefing', () => {
  it('[GV60] every paper comes as PDF and DOCX under a Vietnamese name', async () => {
    const within = await closed(commune, '2027-01-23');
    const exported = async (kind: 'invitation' | 'minutes' | 'assignment', format: 'pdf' | 'docx') => {
      const { make, ...file } = await question(commune, commune.as('communeChair'), (context) =>
        exportPaper({ ...within, kind, format, form: 'list' }, context),
      );
      return { ...file, content: await make() };
    };
    const pdf = await exported('minutes', 'pdf');
    expect(pdf.name).toBe('Biên bản giao ban Bình Ngọc 2027-01-23.pdf');
    expect(
      Buffer.from(pdf.content as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const docx = await exported('assignment', 'docx');
    expect(docx.mediaType).toContain('wordprocessingml');
    expect(
      Buffer.from(docx.content as Uint8Array)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('[GV65] minutes carry what closing fixed, whatever changes afterwards; before closing they are drafts', async () => {
    const within = await opened(commune, day('2027-02-23'));
    expect((await list(within)).papers.map(({ kind, isDraft }) => [kind, isDraft])).toEqual([
      ['invitation', false],
      ['minutes', true],
      ['conclusions', true],
      ['assignment', true],
      ['results', false],
    ]);
    const end = await command(commune, officer(), (context) =>
      closeBriefing({ ...within, withoutConclusions: true }, context),
    );
    const { papers, minutes } = await list(within);
    expect(minutes).toMatchObject({ number: '02/2027', hash: end.minutesHash });
    expect(papers[1]).toMatchObject({ kind: 'minutes', isDraft: false, symbol: '02/BB-NHCS' });
    const sourcesOf = () =>
      question(commune, officer(), async (context) => {
        const sources = await gatherPapers(context, within);
        return isRefusal(sources) ? sources : writePapers(sources, 'minutes', 'list');
      });
    const before = await sourcesOf();
    await commune.database.owner.query(
      `update governance.attendee set full_name = 'Người khác' where briefing_id = $1`,
      [within.briefingId],
    );
    expect(await sourcesOf()).toEqual(before);
    expect(JSON.stringify(before)).toContain(PEOPLE.creditOfficer);
  });

  it('[DO20] letters that print as □ are told where the papers are listed, of those papers alone, and the minutes keep them', async () => {
    const within = await closed(commune, '2028-12-23', ['Ban 𠊛 😀']);
    const told = (await list(within)).papers.map(({ kind, unprintable }) => [kind, unprintable.join('')]);
    expect(told).toEqual([
      ['invitation', ''],
      ['minutes', '𠊛😀'],
      ['conclusions', '𠊛😀'],
      ['assignment', '𠊛😀'],
      ['results', ''],
    ]);
    const packed = await question(commune, officer(), (context) => writeBriefingPack(context, within));
    for await (const { kind, unprintable } of packed.print())
      expect(unprintable).toEqual(kind === 'invitation' || kind === 'results' ? [] : ['𠊛', '😀']);
  });

  it('[GV67] the report tells the conclusions of the briefing before', async () => {
    await closed(commune, '2027-04-23');
    const within = await prepared(commune, day('2027-05-23'));
    const papers = await question(commune, officer(), async (context) => {
      const sources = await gatherPapers(context, within);
      return isRefusal(sources) ? sources : writePapers(sources, 'results', 'list');
    });
    expect(JSON.stringify(papers)).toMatch(/Mời hộ làm việc lần 3.*Chưa có báo cáo, trễ 30 ngày/);
  });

  it('[GV67] [GV180] before its meeting the report counts to today, as a draft without number; from that day on it is whole', async () => {
    await closed(commune, '2029-04-23');
    const within = await prepared(commune, day('2029-05-23'));
    const report = () =>
      question(commune, officer(), async (context) => {
        const sources = await gatherPapers(context, within);
        if (isRefusal(sources)) return sources;
        const [paper] = writePapers(sources, 'results', 'list');
        const minutes = JSON.stringify(writePapers(sources, 'minutes', 'list'));
        return { paper, text: JSON.stringify(paper), minutes, name: paperFileName(sources, RESULTS_PDF) };
      });
    const listed = async () => (await list(within)).papers.find(({ kind }) => kind === 'results');
    const number = (issuedOn: string) =>
      tryCommand(commune, officer(), (context) =>
        numberPaper({ ...within, kind: 'results', number: 8, issuedOn: day(issuedOn) }, context),
      );
    commune.clock.moveTo('2029-05-13T02:00:00Z');
    const early = await report();
    expect(early.paper).toMatchObject({ isDraft: true, on: '2029-05-13' });
    expect(early.text).toMatch(/Chưa có báo cáo, trễ 20 ngày.*tính đến ngày 13 tháng 5 năm 2029/);
    expect(early.minutes).toContain('Chưa có báo cáo, trễ 20 ngày');
    expect(early.name).toMatch(/^Dự thảo Báo cáo kết quả/);
    expect(await listed()).toMatchObject({
      ...{ isDraft: true, canBeNumbered: false, number: null },
      ...{ issuedOn: '2029-05-13', numberedFrom: '2029-05-23' },
    });
    expect(await number('2029-05-23')).toMatchObject({
      refused: 'reportBeforeMeeting',
      data: { heldOn: '23/05/2029' },
    });
    commune.clock.moveTo('2029-05-22T17:00:00Z');
    expect((await report()).paper).toMatchObject({ isDraft: false, on: '2029-05-23' });
    expect((await report()).text).toMatch(/trễ 30 ngày.*tính đến ngày 23 tháng 5 năm 2029/);
    expect(await listed()).toMatchObject({ isDraft: false, canBeNumbered: true, numberedFrom: null });
    expect(await number('2029-05-22')).toMatchObject({ refused: 'paperBeforeMeeting' });
    expect(await number('2029-05-23')).toEqual({});
    commune.clock.moveTo('2029-06-02T02:00:00Z');
    expect((await report()).text).toMatch(/08\/BC.*trễ 30 ngày.*tính đến ngày 23 tháng 5 năm 2029/);
    commune.clock.moveTo('2029-05-13T02:00:00Z');
    expect(await listed()).toMatchObject({ isDraft: true, number: null, issuedOn: '2029-05-13' });
  });

  it('[GV68] a number is written with its day, once a year for a kind, not for a draft', async () => {
    const [june, july] = [await closed(commune, '2027-06-23'), await closed(commune, '2027-07-23')];
    const number = (
      within: TestBriefing,
      change: { kind?: 'conclusions' | 'assignment'; issuedOn?: string } = {},
    ) =>
      tryCommand(commune, officer(), (context) =>
        numberPaper(
          {
            ...{ ...within, kind: change.kind ?? 'conclusions', number: 7 },
            issuedOn: day(change.issuedOn ?? '2027-07-24'),
          },
          context,
        ),
      );
    expect(await number(june)).toEqual({});
    expect(await number(june)).toEqual({});
    expect(await number(july)).toMatchObject({ refused: 'paperNumberTaken', data: { heldOn: '23/06/2027' } });
    expect(await number(july, { kind: 'assignment' })).toEqual({});
    expect(await number(july, { issuedOn: '2028-01-05' })).toEqual({});
    expect(await number(july, { issuedOn: '2027-07-22' })).toMatchObject({ refused: 'paperBeforeMeeting' });
    expect((await list(june)).papers[2]).toMatchObject({ symbol: '07/TB-NHCS', issuedOn: '2027-07-24' });
    const draft = await opened(commune, day('2027-08-23'));
    expect(await number(draft)).toMatchObject({ refused: 'paperStillDraft' });
  });

  it('[GV175] of an invitation numbered before the meeting got another hour it is told for which it was numbered', async () => {
    const within = await prepared(commune, day('2027-11-23'));
    const number = () =>
      command(commune, officer(), (context) =>
        numberPaper({ ...within, kind: 'invitation', number: 45, issuedOn: day('2027-11-13') }, context),
      );
    const numberedFor = async () =>
      (await list(within)).papers.find(({ kind }) => kind === 'invitation')?.numberedFor;
    const tell = (meetsAt: string) =>
      command(commune, officer(), (context) => tellMeetingHour({ ...within, meetsAt }, context));
    await tell('10:30');
    await number();
    expect(await numberedFor()).toBeNull();
    await tell('11:00');
    expect(await numberedFor()).toMatchObject({ heldOn: '2027-11-23', hour: '10:30', hourOf: 'meeting' });
    // From before it was kept whose hour it is.
    await commune.database.owner.query(
      `update governance.paper_number set appointment = appointment - 'hourOf' where number = 45`,
    );
    expect(await numberedFor()).toMatchObject({ hour: '10:30', hourOf: null });
    await number();
    expect(await numberedFor()).toBeNull();
  });

  it('[GV68] two briefings that take one number at once: one has it, the other is told', async () => {
    const [first, second] = [await closed(commune, '2027-09-23'), await closed(commune, '2027-10-23')];
    const outcomes = await Promise.all(
      [first, second].map((within) =>
        tryCommand(commune, officer(), (context) =>
          numberPaper({ ...within, kind: 'results', number: 3, issuedOn: day('2027-10-24') }, context),
        ),
      ),
    );
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual(['paperNumberTaken']);
  });
});

describe('templates of an office', () => {
  const content = standardTemplate('conclusions', day('2027-01-01')).template;
  const write = (change: Partial<Parameters<typeof writeTemplate>[0]> = {}) =>
    tryCommand(commune, director(), (context) =>
      writeTemplate(
        {
          ...{ officeId: commune.officeId, kind: 'conclusions', latestVersion: 0, content },
          validFrom: commune.clock.today(),
          ...change,
        },
        context,
      ),
    );
  const listed = async () =>
    (await question(commune, director(), (context) => listTemplates({}, context))).templates[2];

  it('[GV62] [GV63] one that lacks a part is refused with the part and its rule', async () => {
    const outcome = await write({ content: { ...content, signatures: [], opening: '{huyện}' } });
    expect(outcome).toMatchObject({
      refused: 'templateLacks',
      data: { part: 'Bên ký', rule: 'DO8', more: ' Còn 1 chỗ nữa phải sửa.' },
    });
  });

  it("[GV128] one that changes nothing is told and not written, the product's and the own alike", async () => {
    expect(await write()).toMatchObject({
      refused: 'templateSame',
      data: { validFrom: formatDate(commune.clock.today()) },
    });
    expect(await listed()).toMatchObject({ latestVersion: 0, written: [], coming: [] });
  });

  it('[GV61] is in force from its day on, never before it was written, and an older one stays', async () => {
    const within = await closed(commune, '2027-11-23');
    const symbol = async () => (await list(within)).papers[2]?.symbol;
    await command(commune, officer(), (context) =>
      numberPaper({ ...within, kind: 'conclusions', number: 9, issuedOn: day('2027-11-24') }, context),
    );
    expect(await write({ validFrom: day('2027-11-22') })).toMatchObject({ refused: 'templateBackdated' });
    const later = { ...content, issuerAbbreviation: 'PGD' };
    expect(await write({ validFrom: day('2027-11-24'), content: later })).toEqual({ version: 1 });
    expect(await symbol()).toBe('09/TB-NHCS');
    expect(await write({ latestVersion: 1, content: { ...content, issuerAbbreviation: 'TH' } })).toEqual({
      version: 2,
    });
    expect(await symbol()).toBe('09/TB-TH');
    const again = { ...content, issuerAbbreviation: 'TH' };
    expect(await write({ latestVersion: 2, content: again })).toMatchObject({ refused: 'templateSame' });
    const { templates } = await question(commune, director(), (context) => listTemplates({}, context));
    expect(templates[2]).toMatchObject({ inForce: { version: 2 }, latestVersion: 2 });
    expect(templates[0]).toMatchObject({ inForce: { version: 0 }, written: [] });
  });

  it('[GV61] of two who write at once one is told that the other has written', async () => {
    const outcomes = await Promise.all([1, 2].map(() => write({ latestVersion: 2 })));
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual(['templateChanged']);
  });

  it('[GV61] the administrator writes for every office, a director for the own one alone', async () => {
    const administrator = commune.as('administrator', { communeIds: [], officeIds: [], system: true });
    const input = {
      ...{ officeId: commune.officeId, kind: 'invitation' as const, latestVersion: 0 },
      ...{
        validFrom: commune.clock.today(),
        content: { ...standardTemplate('invitation', day('2027-01-01')).template, issuerAbbreviation: 'PGD' },
      },
    };
    expect(await tryCommand(commune, administrator, (context) => writeTemplate(input, context))).toEqual({
      version: 1,
    });
    const elsewhere = commune.as('officeDirector', { officeIds: [nextId()] });
    expect(await tryCommand(commune, elsewhere, (context) => writeTemplate(input, context))).toMatchObject({
      refused: 'notFound',
    });
    expect(
      await tryCommand(commune, administrator, (context) =>
        writeTemplate({ ...input, officeId: nextId() }, context),
      ),
    ).toMatchObject({ refused: 'notFound' });
  });

  it('[GV61] another office’s templates are on no paper of this one’s and in no list, though who asks has both', async () => {
    const within = await closed(commune, '2029-07-23');
    const neighbour = nextId();
    const both = commune.as('officeDirector', { officeIds: [commune.officeId, neighbour] });
    const papersOf = async () => {
      const { papers } = await question(commune, both, (context) => listPapers(within, context));
      return papers.map(({ kind, symbol }) => [kind, symbol]);
    };
    const listedBy = (officeId: typeof neighbour) =>
      question(commune, both, (context) => listTemplates({ officeId }, context));
    const before = { papers: await papersOf(), templates: await listedBy(commune.officeId) };
    const ofNeighbour = { ...content, issuerAbbreviation: 'BÊN' };
    for (const validFrom of ['2029-07-01', '2030-01-01'])
      await commune.database.owner.query(
        `insert into governance.paper_template
           (office_id, kind, version, valid_from, content, written_by_name, written_at)
         select $1, kind, $2, $3, $4, 'Người khác (mẫu)', now() from unnest($5::text[]) kind`,
        [neighbour, 50 + Number(validFrom.slice(3, 4)), validFrom, ofNeighbour, PAPER_KIND_NAMES],
      );
    expect({ papers: await papersOf(), templates: await listedBy(commune.officeId) }).toEqual(before);
    const { templates } = await listedBy(neighbour);
    expect(templates.map(({ content: { issuerAbbreviation } }) => issuerAbbreviation)).toEqual(
      PAPER_KIND_NAMES.map(() => 'BÊN'),
    );
  });

  it('[GV195] those of later days stand beside the one in force, the next first, of one day the one written last, until their day comes', async () => {
    const own = (issuerAbbreviation: string) => ({ ...content, issuerAbbreviation });
    const latest = await listed();
    const soon = commune.clock.today();
    const [first, second] = [addDays(soon, 30), addDays(soon, 60)];
    const latestVersion = latest?.latestVersion ?? 0;
    await write({ latestVersion, validFrom: second, content: own('MAI') });
    await write({ latestVersion: latestVersion + 1, validFrom: first, content: own('KIA') });
    await write({ latestVersion: latestVersion + 2, validFrom: first, content: own('NAY') });
    expect(await listed()).toMatchObject({
      inForce: latest?.inForce,
      content: latest?.content,
      coming: [
        ...(latest?.coming ?? []),
        { version: latestVersion + 3, validFrom: first, content: own('NAY') },
        { version: latestVersion + 1, validFrom: second, content: own('MAI') },
      ],
    });
    commune.clock.moveTo(`${first}T02:00:00Z`);
    expect(await listed()).toMatchObject({
      content: own('NAY'),
      coming: [{ validFrom: second, content: own('MAI') }],
    });
  });
});
