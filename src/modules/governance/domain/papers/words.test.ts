import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { TaskEventKind } from '../task.ts';
import { hourWords, vietnamTime } from './hours.ts';
import { communeWords, officeWords } from './place-words.ts';
import { resultText } from './result-text.ts';
import { type ConclusionResult, countResults, type ResultEvent, taskOnDay } from './results.ts';
import { type Giving, linesWithoutSlip, numbersOfSlips, slipsOf } from './slips.ts';

const conclusion = (ownerSeat: string | null, ownerName: string | null, text = 'Việc') => ({
  id: text,
  text,
  ownerSeat,
  ownerName,
  dueOn: day('2026-12-15'),
});

const concluded = (...conclusions: Giving['conclusions']): Giving => ({ conclusions, difficulties: [] });

const difficulty = (
  text: string,
  given: { readonly seat: string; readonly isWithoutSlip?: true } | undefined,
  givenName: string,
): Giving['difficulties'][number] => ({
  ...{ text, givenName, about: 'Lê Thị Hoa', raisedByName: 'Tổ trưởng', dueOn: day('2026-12-01') },
  ...{ answer: null, answeredByName: null, answeredAt: null },
  ...(given && { given: { difficultyId: text, ...given } }),
});

describe('words of papers', () => {
  it.each([
    ['Xã Bình Ngọc', 'xã Bình Ngọc', 'Bình Ngọc'],
    ['Phường Phú Lâm', 'phường Phú Lâm', 'Phú Lâm'],
    ['Đặc khu Phú Quý', 'đặc khu Phú Quý', 'Phú Quý'],
    ['Thị trấn La Hai', 'thị trấn La Hai', 'La Hai'],
    ['Vân Hòa', 'xã Vân Hòa', 'Vân Hòa'],
    ['Xã', 'xã Xã', 'Xã'],
  ])('%s is named %s on paper', (registered, full, name) => {
    expect(communeWords(registered)).toMatchObject({ full, name });
  });

  it('an office is named in full, without what marks it as a sample', () => {
    expect(officeWords('PGD Tuy Hòa (dữ liệu mẫu)')).toBe('Phòng giao dịch Tuy Hòa');
    expect(officeWords('Chi nhánh Đắk Lắk')).toBe('Chi nhánh Đắk Lắk');
  });

  it('hours are those of Vietnam, also past midnight', () => {
    expect(vietnamTime('2026-11-23T03:05:00Z')).toEqual({ on: '2026-11-23', hour: '10 giờ 05 phút' });
    expect(vietnamTime('2026-11-23T17:00:00Z')).toEqual({ on: '2026-11-24', hour: '0 giờ' });
    expect(hourWords('07:30')).toBe('7 giờ 30 phút');
  });
});

const ownersWithoutSlip = (giving: Giving) => linesWithoutSlip(giving).map(({ ownerName }) => ownerName);

describe('slips and results', () => {
  it('[GV66] one slip for each owner, in the order of first mention; nobody has none', () => {
    const slips = slipsOf(
      concluded(
        conclusion('associationHead:12', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ', 'Một'),
        conclusion(null, 'Ban giảm nghèo', 'Hai'),
        conclusion('associationHead:12', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ', 'Ba'),
        conclusion(null, null, 'Bốn'),
        conclusion('villageHead:5401', 'Trưởng thôn Ngọc Lãng', 'Năm'),
      ),
    );
    expect(slips.map(({ personName, lines }) => [personName, lines.map(({ text }) => text)])).toEqual([
      ['Trần Thị Mai', ['Một', 'Ba']],
      [null, ['Hai']],
      [null, ['Năm']],
    ]);
  });

  it('[GV113] the bank and the chair get no slip and are named; slips of minutes closed before it was kept stay', () => {
    const chair = conclusion('communeChair', 'Lê Minh Toàn, Chủ tịch UBND xã', 'Một');
    const officer = conclusion('creditOfficer', 'Võ Thanh Hà, Cán bộ tín dụng', 'Hai');
    const head = conclusion('associationHead:12', 'Trần Thị Mai, Hội Liên hiệp Phụ nữ', 'Ba');
    const given = concluded(chair, { ...officer, isWithoutSlip: true as const }, head, chair);
    expect(slipsOf(given).map(({ personName }) => personName)).toEqual(['Trần Thị Mai']);
    expect(numbersOfSlips(5, given)).toEqual({ first: 5, last: 5 });
    expect(ownersWithoutSlip(given)).toEqual([
      'Lê Minh Toàn, Chủ tịch UBND xã',
      'Võ Thanh Hà, Cán bộ tín dụng',
      'Lê Minh Toàn, Chủ tịch UBND xã',
    ]);
    expect(slipsOf(concluded(officer, head)).map(({ personName }) => personName)).toEqual([
      'Võ Thanh Hà',
      'Trần Thị Mai',
    ]);
    expect(ownersWithoutSlip(concluded(conclusion(null, null)))).toEqual([]);
  });

  it('[GV126] a difficulty given stands on the slip of its owner below the conclusions, with whom it is about and no phone', () => {
    const head = 'Trần Thị Mai, Hội Liên hiệp Phụ nữ';
    const given = {
      ...concluded(conclusion('associationHead:12', head, 'Một')),
      difficulties: [
        difficulty('Đã chuyển nhà, số 0905 123 456', { seat: 'communePolice' }, 'Trần Công Tuấn, Công an xã'),
        difficulty('Chưa nộp lãi', { seat: 'associationHead:12' }, head),
        difficulty(
          'Xin gia hạn',
          { seat: 'creditOfficer', isWithoutSlip: true },
          'Võ Thanh Hà, Cán bộ tín dụng',
        ),
        // Of minutes closed before difficulties became tasks: its slips keep their numbers.
        difficulty('Cầu hỏng', undefined, 'Ban giảm nghèo'),
      ],
    };
    expect(
      slipsOf(given).map(({ personName, lines }) => [personName, lines.map(({ text }) => text)]),
    ).toEqual([
      ['Trần Thị Mai', ['Một', 'Giải quyết khó khăn về Lê Thị Hoa: Chưa nộp lãi']],
      ['Trần Công Tuấn', ['Giải quyết khó khăn về Lê Thị Hoa: Đã chuyển nhà, số …']],
    ]);
    expect(numbersOfSlips(5, given)).toEqual({ first: 5, last: 6 });
    expect(ownersWithoutSlip(given)).toEqual(['Võ Thanh Hà, Cán bộ tín dụng']);
  });

  const event = (version: number, kind: TaskEventKind, at: string, said: Partial<ResultEvent> = {}) => ({
    ...{ version, kind, text: null, outcome: null, at: new Date(at) },
    ...{ ownerSeat: 'villageHead:54010101', bySeat: 'villageHead:54010101', byName: 'Đỗ Văn Lâm' },
    ...said,
  });
  const events = [
    event(1, 'given', '2026-10-23T04:00:00Z'),
    event(2, 'reported', '2026-11-21T04:00:00Z', { text: 'Xong', outcome: 'done' }),
    event(3, 'returned', '2026-11-22T16:59:00Z', { text: 'Thiếu danh sách' }),
    event(4, 'reported', '2026-11-23T17:00:00Z', { text: 'Đã bổ sung', outcome: 'done' }),
  ];

  it('[GV67] a task stands where its events had brought it by the end of the day, in Vietnam', () => {
    const stood = (on: string) =>
      taskOnDay({ events, fileVersions: [2, 2, 4] }, { dueOn: day('2026-11-20'), on: day(on) });
    expect(stood('2026-10-22')).toBeUndefined();
    expect(stood('2026-11-20')).toMatchObject({ state: 'given', lateDays: 0, report: null });
    expect(stood('2026-11-21')).toMatchObject({ state: 'reported', lateDays: 1, report: { files: 2 } });
    expect(stood('2026-11-23')).toMatchObject({
      ...{ state: 'returned', lateDays: 3, reason: 'Thiếu danh sách' },
      report: { on: '2026-11-21', text: 'Xong' },
    });
    expect(stood('2026-11-24')).toMatchObject({
      ...{ state: 'reported', lateDays: 4, reason: null },
      report: { on: '2026-11-24', text: 'Đã bổ sung', files: 3 },
    });
  });

  it('[GV33] a report in time stays so when it is supplemented; a return or another outcome begins anew', () => {
    const late = (...said: readonly (readonly [TaskEventKind, string, ResultEvent['outcome']])[]) =>
      taskOnDay(
        {
          events: said.map(([kind, on, outcome], i) => event(i + 2, kind, `${on}T04:00:00Z`, { outcome })),
          fileVersions: [],
        },
        { dueOn: day('2026-11-20'), on: day('2026-11-30') },
      );
    const supplemented = late(['reported', '2026-11-20', 'done'], ['reported', '2026-11-24', 'done']);
    expect(supplemented).toMatchObject({ lateDays: 0, report: { on: '2026-11-24' } });
    expect(late(['reported', '2026-11-20', 'notDone'], ['reported', '2026-11-24', 'done'])?.lateDays).toBe(4);
    const again = [
      ['reported', '2026-11-20', 'done'],
      ['returned', '2026-11-21', null],
      ['reported', '2026-11-22', 'done'],
      ['reported', '2026-11-25', 'done'],
    ] as const;
    expect(late(...again)?.lateDays).toBe(2);
    expect(late(...again.slice(0, 2))?.lateDays).toBe(10);
  });

  const result = (overrides: Partial<ConclusionResult> = {}): ConclusionResult => ({
    ...{
      text: '',
      ownerName: '',
      insteadOf: null,
      dueOn: day('2026-11-20'),
      state: 'unreported',
      lateDays: 0,
    },
    ...{ report: null, reason: null, figures: null, isContradicted: false },
    ...overrides,
  });
  const report = { on: day('2026-11-21'), text: 'Đã mời hộ.', outcome: 'done' as const, files: 2 };

  it('[GV86] a result names the records of its reports until that day, each once; without any it says nothing of them', () => {
    const records = [
      { version: 2, title: 'Hộ Ksor H’Bia (mẫu)' },
      { version: 4, title: 'Hộ Ksor H’Bia (mẫu)' },
      { version: 4, title: 'Khế ước 6600540101000001' },
    ];
    const reportOn = (on: string) =>
      taskOnDay({ events, fileVersions: [2], records }, { dueOn: day('2026-11-20'), on: day(on) })?.report ??
      null;
    const told = (on: string) => resultText(result({ state: 'reported', report: reportOn(on) }));
    expect(told('2026-11-21')).toContain('Xong (kèm 1 tệp; hồ sơ: Hộ Ksor H’Bia (mẫu))');
    expect(told('2026-11-24')).toContain('(kèm 1 tệp; hồ sơ: Hộ Ksor H’Bia (mẫu); Khế ước 6600540101000001)');
    expect(
      taskOnDay({ events, fileVersions: [] }, { dueOn: day('2026-11-20'), on: day('2026-11-24') })?.report,
    ).not.toHaveProperty('records');
  });

  it('[GV155] a report that somebody wrote for the owner says who; the owner is not named again', () => {
    const written = (by: Partial<ResultEvent>) => {
      const said = { text: 'Xong', outcome: 'done' as const, ...by };
      const of = { events: [event(1, 'reported', '2026-11-21T04:00:00Z', said)], fileVersions: [] };
      const stood = taskOnDay(of, { dueOn: day('2026-11-20'), on: day('2026-11-21') });
      return resultText(result({ state: 'reported', report: stood?.report ?? null }));
    };
    const officer = { bySeat: 'creditOfficer', byName: 'Võ Thanh Hà' };
    expect(written({})).toBe('Đã báo cáo, chờ nhận kết quả. Báo cáo 21/11/2026: Xong');
    const forAnother = 'Đã báo cáo, chờ nhận kết quả. Báo cáo 21/11/2026 (Võ Thanh Hà ghi thay): Xong';
    expect(written(officer)).toBe(forAnother);
    expect(written({ ...officer, ownerSeat: null })).toBe(forAnother);
    expect(written({ ...officer, ownerSeat: null, bySeat: null })).toBe(forAnother);
  });

  it('[GV67] counts what is done of what was given, the share rounded half up; cancelled is none of it', () => {
    const done = result({ state: 'done', report, lateDays: 1 });
    const late = result({ lateDays: 3 });
    expect(countResults([done, done, done, done, late, late, result({ state: 'cancelled' })])).toEqual({
      ...{ given: 6, done: 4, reported: 0, unreported: 2, returned: 0 },
      ...{ late: 2, contradicted: 0, cancelled: 1 },
      doneBps: 6667,
    });
    expect(countResults([]).doneBps).toBeNull();
  });

  it('[GV67] says state, days late, report and its files, reason, figures, and where these contradict', () => {
    expect(resultText(result({ lateDays: 3 }))).toBe('Chưa có báo cáo, trễ 3 ngày');
    expect(resultText(result({ state: 'done', report, lateDays: 1 }))).toBe(
      'Xong, trễ 1 ngày. Báo cáo 21/11/2026: Đã mời hộ (kèm 2 tệp)',
    );
    const partly = { ...report, outcome: 'partly' as const, files: 0 };
    expect(resultText(result({ state: 'done', report: partly }))).toBe(
      'Đã nhận kết quả: xong một phần. Báo cáo 21/11/2026: xong một phần; Đã mời hộ',
    );
    expect(
      resultText(result({ state: 'reported', report, figures: 'Số liệu: chưa giảm.', isContradicted: true })),
    ).toBe(
      'Đã báo cáo, chờ nhận kết quả. Báo cáo 21/11/2026: Đã mời hộ (kèm 2 tệp). Số liệu: chưa giảm. Báo cáo trái với số liệu',
    );
  });

  it('[GV67] a long report is cut at a word: a row of the paper stays a row', () => {
    const text = resultText(result({ state: 'reported', report: { ...report, text: 'tiếng '.repeat(300) } }));
    expect(text.length).toBeLessThan(330);
    expect(text).toMatch(/tiếng… \(kèm 2 tệp\)$/u);
  });
});
