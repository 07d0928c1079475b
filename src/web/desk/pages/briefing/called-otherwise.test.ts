import { describe, expect, it, test } from 'vitest';
import { fold } from '../../../../kernel/text.ts';
import { seatsOf } from '../../../../modules/governance/domain/seats.ts';
import { ASSOCIATION_NAMES } from '../../../../modules/identity/domain/assignment.ts';
import { SHORT_ASSOCIATIONS } from '../../reference.ts';
import { mustAsk } from './asked-outside.ts';
import { allMatching, nearestSeat, type SeatOption, seatOptions } from './seats-typed.ts';

const NOWHERE = { associationCode: null, villageCode: null, groupCode: null };

/** The offices of a commune with three villages and as many groups; those whose names are told are held. */
function officesOf(communeName: string, villages: readonly string[]): readonly SeatOption[] {
  const seats = seatsOf({
    communeName,
    holders: [
      { ...NOWHERE, role: 'creditOfficer', fullName: 'Võ Thanh Hà' },
      { ...NOWHERE, role: 'officeDirector', fullName: 'Nguyễn Thu Thủy (mẫu)' },
      { ...NOWHERE, role: 'communeChair', fullName: 'Lê Minh Toàn' },
      { ...NOWHERE, role: 'associationHead', associationCode: '12', fullName: 'Trần Thị Mai (mẫu)' },
    ],
    groups: ['11', '12', '13', '14'].map((associationCode, at) => ({
      ...{ associationCode, groupCode: `002600${at}`, leaderName: `Đặng Ngọc Hạnh ${at}` },
    })),
    villages: villages.map((name, at) => ({ name, villageCode: `5401010${at}` })),
    associationNames: ASSOCIATION_NAMES,
  });
  return seatOptions({ communeName, seats });
}

const COMMUNES = [
  ['Xã Bình Ngọc', ['Thôn Ngọc Lãng', 'Thôn Ngọc Phước 1', 'Thôn Ngọc Phước 2']],
  ['Phường Phú Lâm', ['Khu phố 1', 'Khu phố 2', 'Khu phố 10']],
  ['Đặc khu Phú Quốc', ['Ấp Suối Đá', 'Khu phố 5', 'Ấp Rạch Hàm']],
] as const;
const BINH_NGOC = officesOf(...COMMUNES[0]);

/** As people call the offices that every commune has, besides their titles. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  'associationHead:11': ['HND', 'Hội ND', 'Chủ tịch Hội Nông dân', 'CT HND'],
  'associationHead:12': ['HPN', 'LHPN', 'HLHPN', 'Hội LHPN', 'Hội PN', 'Hội Phụ nữ', 'Chủ tịch Hội LHPN'],
  'associationHead:13': ['HCCB', 'CCB', 'Hội CCB'],
  'associationHead:14': ['ĐTN', 'Đoàn', 'Đoàn TN', 'Bí thư Đoàn', 'Đoàn TNCS Hồ Chí Minh'],
  communeChair: ['UBND', 'Ủy ban nhân dân', 'Ủy ban', 'Chủ tịch UBND', 'CT UBND'],
  communePolice: ['CA', 'Công an', 'Trưởng Công an'],
  creditOfficer: ['CBTD', 'Cán bộ tín dụng NHCSXH'],
  officeDirector: ['GĐ', 'GĐ PGD', 'Giám đốc PGD NHCSXH'],
};

const codesOf = (seats: readonly SeatOption[], typed: string) =>
  allMatching(seats, typed).map(({ seat }) => seat);

/** With and without diacritics, in small letters and in capitals. */
const spellings = (words: string) => [words, fold(words), words.toUpperCase(), fold(words).toUpperCase()];

describe.each(COMMUNES)('the offices of %s', (communeName, villages) => {
  const seats = officesOf(communeName, villages);
  const placed = `${communeName.charAt(0).toLowerCase()}${communeName.slice(1)}`;
  const [, kind = '', bare = ''] = /^(xã|phường|đặc khu) (.+)$/.exec(placed) ?? [];
  const called = (seat: SeatOption) => [
    seat.title,
    ...(CALLED[seat.seat] ?? []),
    ...(seat.seat.startsWith('groupLeader') ? [seat.title.replace('trưởng tổ', 'trưởng Tổ TK&VV')] : []),
  ];

  it('[GV254] are each the first that is found by title and by what people call them', () => {
    for (const seat of seats) {
      for (const typed of called(seat).flatMap(spellings))
        expect([typed, codesOf(seats, typed)[0]]).toEqual([typed, seat.seat]);
    }
  });

  it('[GV253] and likewise with the name of the commune behind it, with its kind or bare, or the kind alone', () => {
    for (const seat of seats) {
      const titles = called(seat).map((title) => title.replace(new RegExp(` ${kind}$`), ''));
      const behind = titles.flatMap((title) => [placed, bare, kind].map((words) => `${title} ${words}`));
      for (const typed of behind.flatMap(spellings))
        expect([typed, codesOf(seats, typed)[0]]).toEqual([typed, seat.seat]);
    }
  });
});

test('[GV254] an association is found by what narrow columns call it', () => {
  for (const code of Object.keys(ASSOCIATION_NAMES)) {
    const called = SHORT_ASSOCIATIONS[code] ?? '';
    expect([called, codesOf(BINH_NGOC, called)]).toEqual([called, [`associationHead:${code}`]]);
  }
});

describe('[GV253] the name of a commune', () => {
  it('is passed over while it is being typed, once its kind stands there', () => {
    for (const typed of ['Hội Nông dân xã', 'Hội Nông dân xã B', 'hoi nong dan xa binh ng'])
      expect([typed, codesOf(BINH_NGOC, typed)]).toEqual([typed, ['associationHead:11']]);
  });

  it('is none where it is another commune’s, or stands alone', () => {
    for (const typed of ['Công an xã Sơn Long', 'Công an xã Bình Kiến', 'Bình Ngọc', 'xã Bình Ngọc'])
      expect([typed, codesOf(BINH_NGOC, typed)]).toEqual([typed, []]);
  });

  it('without its kind is passed over behind one office only, never behind a name', () => {
    for (const typed of ['Trưởng thôn Bình Ngọc', 'Hội Bình Ngọc', 'Đặng Bình Ngọc'])
      expect([typed, codesOf(BINH_NGOC, typed)]).toEqual([typed, []]);
  });
});

describe('[GV254] what people call an office', () => {
  const named = (holderName: string, code: string) => ({
    ...{ seat: `groupLeader:${code}`, title: `Tổ trưởng tổ ${code}`, holderName },
  });

  it('offers every association for “Hội”, and nobody for who heads many', () => {
    const associations = ['associationHead:11', 'associationHead:12', 'associationHead:13'];
    expect(codesOf(BINH_NGOC, 'Hội')).toEqual(associations);
    expect(codesOf(BINH_NGOC, 'Chủ tịch')).toEqual(['communeChair']);
    for (const typed of ['Bí thư', 'Hồ Chí Minh', 'NHCSXH', 'Hội Người cao tuổi', 'Bí thư thôn Ngọc Lãng'])
      expect([typed, codesOf(BINH_NGOC, typed)]).toEqual([typed, []]);
  });

  it('stands behind people whose names begin so', () => {
    const seats = [...BINH_NGOC, named('Lê Cảnh', '0026009')];
    expect(codesOf(seats, 'ca').slice(0, 2)).toEqual(['groupLeader:0026009', 'communePolice']);
    expect(codesOf(BINH_NGOC, 'ca')[0]).toBe('communePolice');
  });

  it('is no name of a person', () => {
    const seats = [named('Nguyễn Công An', '0026009')];
    expect(codesOf(seats, 'CA')).toEqual([]);
    expect(codesOf(seats, 'cong an')).toEqual(['groupLeader:0026009']);
  });
});

describe('[GV255] what only begins or ends as an office is called', () => {
  const meant = (typed: string) => nearestSeat(BINH_NGOC, typed)?.seat;

  it.each([
    ['Công an xã Sơn Long', 'communePolice'],
    ['CA huyện', 'communePolice'],
    ['Hội LHPN huyện', 'associationHead:12'],
    ['bà Trần Thị Mai', 'associationHead:12'],
    ['Phó Chủ tịch UBND xã', 'communeChair'],
    ['Hội Nông dna xã Bình Ngọc', 'associationHead:11'],
    ['Hội Người cao tuổi', undefined],
    ['Trưởng thôn Bình Ngọc', undefined],
    ['Mặt trận xã', undefined],
    ['Đoàn Minh Đức', undefined],
    ['Nguyễn Văn Bình', undefined],
  ])('%s: %s', (typed, seat) => {
    expect(codesOf(BINH_NGOC, typed)).toEqual([]);
    expect(meant(typed)).toBe(seat);
  });

  it('is asked about before it goes out as a body outside; what is like no office goes at once', () => {
    const pressed = (ownerName: string) =>
      mustAsk(undefined, { owner: { ownerSeat: null, ownerName }, seats: BINH_NGOC, pressedAt: 1_000 });
    expect(pressed('Công an huyện')).toBe(true);
    expect(pressed('tran thi mia')).toBe(true);
    expect(pressed('Hội Người cao tuổi')).toBe(false);
  });
});
