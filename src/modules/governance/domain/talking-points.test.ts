import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { buildPointFigures } from '../testing/build.ts';
import { mergePoints, raisedSentences } from './merge-points.ts';
import type { PointFigures } from './point-figures.ts';
import { type PointKey, preparePoints, sentenceOf } from './talking-points.ts';

/** The sentence a rule makes; undefined when it has nothing to say. */
function sentence(key: PointKey, overrides: Partial<PointFigures>): string | undefined {
  const point = preparePoints(buildPointFigures(overrides)).find((candidate) => candidate.key === key);
  return point && sentenceOf(point);
}

const part = (key: string, name: string, now: bigint, before: bigint | null) => ({
  key,
  name,
  unpaidInterestVnd: now,
  unpaidInterestBeforeVnd: before,
});

describe('points to raise', () => {
  it('[GV20] says that nothing moved, with the ratio down', () => {
    expect(sentence('moved-to-overdue', { arrearsBps: 159, arrearsBeforeBps: 162 })).toBe(
      'Tháng 10 không có món chuyển quá hạn, tỷ lệ quá hạn và khoanh giảm từ 1,62% còn 1,59%.',
    );
  });

  it('[GV20] says what moved, with the ratio up, kept, or unknown', () => {
    const moved = { toOverdueLoans: 2, toOverdueVnd: 45_600_000n };
    expect(sentence('moved-to-overdue', { ...moved, arrearsBps: 170, arrearsBeforeBps: 162 })).toBe(
      'Tháng 10 có 2 món, 45,6 triệu chuyển quá hạn, tỷ lệ quá hạn và khoanh tăng từ 1,62% lên 1,70%.',
    );
    expect(sentence('moved-to-overdue', { ...moved, arrearsBps: 162, arrearsBeforeBps: 162 })).toBe(
      'Tháng 10 có 2 món, 45,6 triệu chuyển quá hạn, tỷ lệ quá hạn và khoanh giữ ở 1,62%.',
    );
    expect(sentence('moved-to-overdue', { ...moved, arrearsBps: 162, arrearsBeforeBps: null })).toBe(
      'Tháng 10 có 2 món, 45,6 triệu chuyển quá hạn.',
    );
  });

  it('[GV20] opens what is overdue or frozen from the ratio, and no list where nothing is', () => {
    const opens = (hasArrears: boolean) =>
      preparePoints(buildPointFigures({ arrearsBps: 0, arrearsBeforeBps: 12, hasArrears }))
        .filter(({ key }) => key === 'moved-to-overdue')
        .flatMap(({ pieces }) => pieces)
        .map(({ text, link }) => (link === null ? text : [text, link]));
    const said = 'Tháng 10 không có món chuyển quá hạn';
    expect(opens(true)).toEqual([
      said,
      ', tỷ lệ quá hạn và khoanh giảm từ 0,12% còn ',
      ['0%', { list: 'arrears' }],
      '.',
    ]);
    expect(opens(false)).toEqual([said, ', tỷ lệ quá hạn và khoanh giảm từ 0,12% còn ', '0%', '.']);
  });

  it('[GV21] names the association whose unpaid interest rose most and its worst group', () => {
    const associations = [
      part('11', 'Hội Nông dân', 102_700_000n, 107_000_000n),
      part('12', 'Hội Liên hiệp Phụ nữ', 63_000_000n, 56_900_000n),
      part('13', 'Hội Cựu chiến binh', 30_700_000n, 30_600_000n),
    ];
    const groups = [
      { ...part('0026001', 'Đặng Ngọc Hạnh', 13_600_000n, 9_000_000n), associationCode: '12' },
      { ...part('0026002', 'Lê Mỹ Cúc', 90_000_000n, 10_000_000n), associationCode: '11' },
    ];
    expect(sentence('unpaid-interest-risen', { associations, groups })).toBe(
      'Lãi tồn Hội Liên hiệp Phụ nữ tăng 6,1 triệu, nhiều nhất ở tổ Đặng Ngọc Hạnh.',
    );
    expect(
      sentence('unpaid-interest-risen', { associations: associations.slice(0, 1), groups }),
    ).toBeUndefined();
  });

  it('[GV21] a part without figures at the date before has no change', () => {
    expect(
      sentence('unpaid-interest-risen', { associations: [part('12', 'Hội Phụ nữ', 5_000_000n, null)] }),
    ).toBeUndefined();
  });

  it('[GV22] names at most two whose unpaid interest fell, the most first', () => {
    const associations = [
      part('11', 'Hội Nông dân', 100n, 4_300_100n),
      part('12', 'Hội Liên hiệp Phụ nữ', 100n, 1_000_100n),
      part('14', 'Đoàn Thanh niên', 100n, 4_500_100n),
    ];
    expect(sentence('unpaid-interest-fallen', { associations })).toBe(
      'Lãi tồn Đoàn Thanh niên giảm 4,5 triệu, Hội Nông dân giảm 4,3 triệu.',
    );
  });

  it.each([
    // at the limit, a đồng below it, and two of which one is below
    [-500_000n, -2n, 'Lãi tồn Hội Nông dân giảm 500.000 đ.'],
    [-499_999n, -2n, undefined],
    [-3_000_000n, -499_999n, 'Lãi tồn Hội Nông dân giảm 3 triệu.'],
    [-3_000_000n, -500_000n, 'Lãi tồn Hội Nông dân giảm 3 triệu, Vay trực tiếp giảm 500.000 đ.'],
    [499_999n, 2n, undefined],
  ])('[GV166] unpaid interest that changed by %s and %s has fallen: %s', (farmers, direct, said) => {
    const associations = [
      part('11', 'Hội Nông dân', 9_000_000n + farmers, 9_000_000n),
      part('99', 'Vay trực tiếp', 9_000_000n + direct, 9_000_000n),
    ];
    expect(sentence('unpaid-interest-fallen', { associations, leastInterestChangeVnd: 500_000n })).toBe(said);
  });

  it.each([
    [500_000n, 500_000n, 'Lãi tồn Hội Nông dân tăng 500.000 đ, nhiều nhất ở tổ Lê Mỹ Cúc.'],
    [500_000n, 499_999n, 'Lãi tồn Hội Nông dân tăng 500.000 đ.'],
    [499_999n, 499_999n, undefined],
    [-500_000n, 500_000n, undefined],
  ])(
    '[GV166] unpaid interest that changed by %s, in its worst group by %s, has risen: %s',
    (whole, most, said) => {
      const associations = [part('11', 'Hội Nông dân', 9_000_000n + whole, 9_000_000n)];
      const groups = [{ ...part('0026002', 'Lê Mỹ Cúc', most, 0n), associationCode: '11' }];
      const figures = { associations, groups, leastInterestChangeVnd: 500_000n };
      expect(sentence('unpaid-interest-risen', figures)).toBe(said);
    },
  );

  it('[GV23] [GV257] says what falls due at the session, then at the next, and who cannot be reached', () => {
    const due = {
      sessionOn: day('2026-11-23'),
      heldOn: day('2026-11-23'),
      pointNames: [],
      loans: 7,
      amountVnd: 182_000_000n,
      customers: 6,
      reachableCustomers: 5,
    };
    expect(sentence('due-at-session', { due })).toBe(
      'Phiên 23/11/2026 đến hạn 7 món, 182 triệu, 1 hộ chưa có số liên lạc.',
    );
    expect(sentence('due-at-session', { due: { ...due, reachableCustomers: 6 } })).toBe(
      'Phiên 23/11/2026 đến hạn 7 món, 182 triệu, hộ nào cũng liên lạc được.',
    );
    expect(sentence('due-at-session', { due: { ...due, heldOn: day('2026-11-25') } })).toMatch(/^Phiên 25/);
    expect(sentence('due-at-session', { due: { ...due, loans: 0 } })).toBeUndefined();
    const after = { ...due, sessionOn: day('2026-12-23'), heldOn: day('2026-12-24'), loans: 2, customers: 5 };
    expect(sentence('due-at-session', { due, dueNext: { ...after, amountVnd: 61_000_000n } })).toBe(
      'Phiên 23/11/2026 đến hạn 7 món, 182 triệu, 1 hộ chưa có số liên lạc; phiên sau 24/12/2026 đến hạn 2 món, 61 triệu, hộ nào cũng liên lạc được.',
    );
  });

  it('[GV240] names the points of the session in a commune of several', () => {
    const due = { sessionOn: day('2027-01-05'), heldOn: day('2027-01-05'), loans: 1, amountVnd: 30_000_000n };
    const said = (...pointNames: string[]) =>
      sentence('due-at-session', { due: { ...due, customers: 1, reachableCustomers: 1, pointNames } });
    expect(said('Sơn Long')).toMatch(/^Phiên 05\/01\/2027 ở Sơn Long đến hạn 1 món, 30 triệu,/);
    expect(said('Sơn Long', 'Vân Hòa')).toMatch(/^Phiên 05\/01\/2027 ở Sơn Long, Vân Hòa đến hạn/);
    expect(said()).toMatch(/^Phiên 05\/01\/2027 đến hạn/);
  });

  it('[GV24] counts freezes that end within the dated number of days', () => {
    expect(sentence('freezes-ending', { freezesEnding: 2, freezeEndsWithinDays: 120 })).toBe(
      '2 món khoanh hết hạn khoanh trong 120 ngày, phải kiểm tra khả năng trả.',
    );
    expect(sentence('freezes-ending', { freezesEnding: 0 })).toBeUndefined();
  });

  it('[GV25] names at most three groups graded below Khá', () => {
    const weak = [
      { name: 'Dương Hữu Quang', grade: 'Trung bình' },
      { name: 'Đỗ Hữu Sơn', grade: 'Yếu' },
    ];
    expect(sentence('weak-groups', { weakGroups: weak })).toBe(
      '2 tổ xếp loại dưới Khá: Dương Hữu Quang (Trung bình), Đỗ Hữu Sơn (Yếu).',
    );
    const four = [...weak, { name: 'A', grade: 'Yếu' }, { name: 'B', grade: 'Yếu' }];
    expect(sentence('weak-groups', { weakGroups: four })).toBe(
      '4 tổ xếp loại dưới Khá: Dương Hữu Quang (Trung bình), Đỗ Hữu Sơn (Yếu), A (Yếu) và 1 tổ nữa.',
    );
    expect(sentence('weak-groups', { weakGroups: [] })).toBeUndefined();
  });

  it('[GV26] counts loans long without a transaction and with many months unpaid', () => {
    expect(sentence('long-unpaid', { inactive: 13, manyMonthsUnpaid: 4 })).toBe(
      '13 món lâu không giao dịch, 4 món lãi tồn nhiều tháng.',
    );
    expect(sentence('long-unpaid', { inactive: 0, manyMonthsUnpaid: 0 })).toBeUndefined();
    expect(sentence('long-unpaid', { inactive: 13, manyMonthsUnpaid: 0 })).toBe(
      '13 món lâu không giao dịch.',
    );
    expect(sentence('long-unpaid', { inactive: 0, manyMonthsUnpaid: 4 })).toBe('4 món lãi tồn nhiều tháng.');
  });

  it('[GV27] counts loans to be checked after disbursement', () => {
    expect(sentence('checks-due', { justDisbursed: 5, justDisbursedDays: 30 })).toBe(
      '5 món giải ngân trong 30 ngày, cần kiểm tra sử dụng vốn theo mẫu 06/TD.',
    );
    expect(sentence('checks-due', { justDisbursed: 0 })).toBeUndefined();
  });

  it('[GV129] counts loans whose time for the check is over and of which no report tells one, and opens just these', () => {
    expect(sentence('checks-late', { checksLate: 4, justDisbursedDays: 30 })).toBe(
      '4 món giải ngân đã quá 30 ngày, chưa báo cáo nào nêu đã kiểm tra theo mẫu 06/TD.',
    );
    expect(sentence('checks-late', { checksLate: 0 })).toBeUndefined();
    const late = preparePoints(buildPointFigures({ checksLate: 4 })).find(({ key }) => key === 'checks-late');
    expect(late?.pieces[0]?.link).toEqual({ list: 'disbursed_over_30_days', check: 'untold' });
  });
});

describe('points as people have them', () => {
  const prepared = preparePoints(buildPointFigures({ justDisbursed: 5, freezesEnding: 2 }));
  const untouched = { preparedText: null, ownText: null, isDropped: false, position: null, version: 1 };
  const own = { ...untouched, key: 'checks-due', ownText: 'Hội Phụ nữ kiểm tra 5 món tuần này.' };

  it('[GV28] what a person wrote stands, and the change of the figures is shown beside it', () => {
    const same = prepared.find(({ key }) => key === 'checks-due');
    const preparedText = same ? sentenceOf(same) : '';
    const [before] = mergePoints(prepared, [{ ...own, preparedText }]).filter(
      ({ key }) => key === 'checks-due',
    );
    expect(before).toMatchObject({ ownText: own.ownText, preparedThen: null });
    const later = preparePoints(buildPointFigures({ justDisbursed: 6, freezesEnding: 2 }));
    const [after] = mergePoints(later, [{ ...own, preparedText }]).filter(({ key }) => key === 'checks-due');
    expect(after).toMatchObject({ ownText: own.ownText, preparedThen: preparedText });
  });

  it('[GV28] dropped points are not raised, added ones are, in the order people gave', () => {
    const added = { ...untouched, key: 'own:1', ownText: 'Bản tin Tết.', position: 0 };
    const dropped = { ...untouched, key: 'freezes-ending', isDropped: true };
    const raised = raisedSentences(mergePoints(prepared, [added, dropped, own]));
    expect(raised[0]).toBe('Bản tin Tết.');
    expect(raised).toContain(own.ownText);
    expect(raised.join(' ')).not.toContain('khoanh trong');
  });

  it('[GV28] a point the figures no longer make stays when somebody wrote it', () => {
    const none = preparePoints(buildPointFigures({}));
    expect(raisedSentences(mergePoints(none, [{ ...own, preparedText: 'câu cũ' }]))).toContain(own.ownText);
  });
});
