import { describe, expect, it } from 'vitest';
import { attendeesToAsk } from './attendees-to-ask.ts';
import { parseSeat, seatHeld, seatKey } from './seat.ts';
import {
  holderInMeeting,
  holderOfTask,
  isGivenTo,
  isVacantAs,
  NOBODY,
  officeToday,
  type SeatSources,
  seatLabel,
  seatsNamed,
  seatsOf,
} from './seats.ts';
import { villageHeadTitle } from './titles-of-place.ts';

const nowhere = { associationCode: null, villageCode: null, groupCode: null };
const SOURCES: SeatSources = {
  communeName: 'Xã Bình Ngọc',
  holders: [
    { ...nowhere, fullName: 'Võ Thanh Hà (mẫu)', role: 'creditOfficer' },
    { ...nowhere, fullName: 'Cán bộ khác (mẫu)', role: 'creditOfficer' },
    { ...nowhere, fullName: 'Lê Minh Toàn (mẫu)', role: 'communeChair' },
    { ...nowhere, fullName: 'Trần Thị Mai (mẫu)', role: 'associationHead', associationCode: '12' },
  ],
  groups: [
    { groupCode: '0026000', leaderName: 'Dương Hữu Quang (mẫu)', associationCode: '11' },
    { groupCode: '0026001', leaderName: 'Lý Đức Trung (mẫu)', associationCode: '12' },
  ],
  villages: [{ villageCode: '54010101', name: 'Ngọc Lãng' }],
  associationNames: { '11': 'Hội Nông dân', '12': 'Hội Liên hiệp Phụ nữ', '13': 'Hội Cựu chiến binh' },
};

describe('the seats of a commune', () => {
  it('[GV12] an office stands whether or not its holder is known, once for each holder', () => {
    expect(seatsOf(SOURCES).map((seat) => `${seat.seat} = ${seatLabel(seat)}`)).toEqual([
      'creditOfficer = Võ Thanh Hà (mẫu), Cán bộ tín dụng',
      'creditOfficer = Cán bộ khác (mẫu), Cán bộ tín dụng',
      'officeDirector = Giám đốc phòng giao dịch',
      'communeChair = Lê Minh Toàn (mẫu), Chủ tịch UBND xã',
      'communePolice = Công an xã',
      'associationHead:11 = Hội Nông dân',
      'associationHead:12 = Trần Thị Mai (mẫu), Hội Liên hiệp Phụ nữ',
      'villageHead:54010101 = Trưởng thôn Ngọc Lãng',
      'groupLeader:0026000 = Dương Hữu Quang (mẫu), Tổ trưởng tổ 0026000',
      'groupLeader:0026001 = Lý Đức Trung (mẫu), Tổ trưởng tổ 0026001',
    ]);
  });

  it('[GV12] who holds an office sits in the seat of what it is of, whatever other codes there are; other roles in none', () => {
    const codes = { associationCode: '12', villageCode: '54010101', groupCode: '0026000' };
    expect(seatHeld({ ...codes, role: 'associationHead' })).toBe('associationHead:12');
    expect(seatHeld({ ...codes, role: 'villageHead' })).toBe('villageHead:54010101');
    expect(seatHeld({ ...codes, role: 'groupLeader' })).toBe('groupLeader:0026000');
    expect(seatHeld({ ...codes, role: 'creditOfficer' })).toBe('creditOfficer');
    expect(seatHeld({ ...codes, role: 'administrator' })).toBeNull();
    expect(seatHeld({ role: null })).toBeNull();
  });

  it('[GV12] a key is read back as it was written; what is no seat is none', () => {
    for (const { seat } of seatsOf(SOURCES)) {
      const parsed = parseSeat(seat);
      expect(parsed && seatKey(parsed)).toBe(seat);
    }
    for (const wrong of [
      'administrator',
      'communeChair:11',
      'groupLeader',
      'groupLeader:',
      "villageHead:1'--",
    ])
      expect(parseSeat(wrong)).toBeUndefined();
  });

  it.each([
    ['Phường Phú Lâm', 'Chủ tịch UBND phường', 'Công an phường'],
    ['Đặc khu Côn Đảo', 'Chủ tịch UBND đặc khu', 'Công an đặc khu'],
    ['Bình Ngọc', 'Chủ tịch UBND xã', 'Công an xã'],
  ])(
    '[GV190] the offices of %s are %s and %s, known by their old titles too',
    (communeName, chair, police) => {
      const seats = seatsOf({ ...SOURCES, communeName });
      expect(seatsNamed(seats, 'communeChair').map(({ title }) => title)).toEqual([chair]);
      const [office] = seatsNamed(seats, 'communePolice');
      expect(office?.title).toBe(police);
      expect(isVacantAs(seats, police)).toBe(true);
      expect(isVacantAs(seats, 'Công an xã')).toBe(true);
      expect(isVacantAs(seats, 'Công an thị trấn')).toBe(false);
    },
  );

  it.each([
    ['Ngọc Lãng', 'Xã Bình Ngọc', 'Trưởng thôn Ngọc Lãng'],
    ['Thôn Ngọc Lãng', 'Xã Bình Ngọc', 'Trưởng thôn Ngọc Lãng'],
    ['Ngọc Lãng', 'Phường Phú Lâm', 'Trưởng khu phố Ngọc Lãng'],
    ['Khu phố 3', 'Phường Phú Lâm', 'Trưởng khu phố 3'],
    ['Buôn Krông', 'Phường Phú Lâm', 'Trưởng buôn Krông'],
    ['Khóm 3', 'Phường Phú Lâm', 'Trưởng khóm 3'],
    ['Khu 5', 'Xã Bình Ngọc', 'Trưởng khu 5'],
    ['Cụm 5', 'Xã Bình Ngọc', 'Trưởng Cụm 5'],
  ])('[GV12] [GV190] the head of %s, %s, is %s', (village, communeName, title) => {
    expect(villageHeadTitle(village, communeName)).toBe(title);
  });

  it('[GV190] the head of a village is known by the kind it went by before, and by no other village', () => {
    const seats = seatsOf({
      ...{ ...SOURCES, communeName: 'Phường Phú Lâm', holders: [] },
      villages: [{ villageCode: '54010101', name: 'Ngọc Lãng' }],
    });
    const head = seatsNamed(seats, 'villageHead:54010101');
    expect(head.map(({ title }) => title)).toEqual(['Trưởng khu phố Ngọc Lãng']);
    expect(
      ['Trưởng thôn Ngọc Lãng', 'Trưởng thôn', 'Trưởng thôn Ngọc Phước', 'Ngọc Lãng'].map((name) =>
        isVacantAs(head, name),
      ),
    ).toEqual([true, true, false, false]);
  });

  it.each([
    ['Khóm 3', 'Trưởng khu phố Khóm 3', true],
    ['Cụm 5', 'Trưởng khu phố Cụm 5', true],
    ['Khóm 3', 'Trưởng khu phố Khóm 4', false],
    ['Cụm 5', 'Trưởng khu phố 5', false],
  ])(
    '[GV228] [GV190] the head of %s is known as %s from before its kind was: %s',
    (village, before, isKnown) => {
      const seats = seatsOf({
        ...{ ...SOURCES, communeName: 'Phường Phú Lâm', holders: [] },
        villages: [{ villageCode: '54010101', name: village }],
      });
      expect(isVacantAs(seatsNamed(seats, 'villageHead:54010101'), before)).toBe(isKnown);
    },
  );
});

describe('[GV263] an office of which earlier meetings left something', () => {
  const POLICE = { seat: 'communePolice', title: 'Công an xã' } as const;
  const held = (...names: (string | null)[]) => names.map((holderName) => ({ ...POLICE, holderName }));

  it.each([
    ['by who held it', 'Lê An, Công an xã', held('Phạm Bình'), 'Phạm Bình, Công an xã'],
    ['by the name alone', 'Lê An', held('Lê An'), 'Lê An, Công an xã'],
    ['by its title while vacant', 'Công an xã', held('Phạm Bình'), 'Phạm Bình, Công an xã'],
    ['to one of several', 'Lê An, Công an xã', held('Phạm Bình', 'Lê An'), 'Lê An, Công an xã'],
    ['by who held it before several', 'Lê An', held('A', 'B'), 'Công an xã (A, B)'],
    ['by who left it vacant', 'Lê An, Công an xã', held(null), 'Công an xã (chưa có người giữ)'],
    ['by its title, vacant still', 'Công an xã', held(null), 'Công an xã (chưa có người giữ)'],
    ['before the commune lost it', 'Lê An, Tổ trưởng tổ 1', held(), 'Tổ trưởng tổ 1 (chưa có người giữ)'],
  ])('given %s is told by its title', (_, ownerName, holders, told) => {
    expect(officeToday([ownerName], holders)).toBe(told);
  });

  it.each([
    ['of several, all to one', ['Lê An', 'Lê An, Công an xã'], held('A', 'Lê An'), 'Lê An, Công an xã'],
    ['of several, to each', ['A, Công an xã', 'B, Công an xã'], held('A', 'B'), 'Công an xã (A, B)'],
    ['of several, to one and to who left', ['Lê An', 'B'], held('A', 'B'), 'Công an xã (A, B)'],
    ['to each of several before, now one', ['A', 'B'], held('B'), 'B, Công an xã'],
    [
      'before the commune lost it',
      ['Lê An, Công an', 'A, Công an xã'],
      held(),
      'Công an xã (chưa có người giữ)',
    ],
  ])('[GV246] given more than one thing, %s, names whoever that was for', (_, ownerNames, holders, told) => {
    expect(officeToday(ownerNames, holders)).toBe(told);
  });
});

describe('[GV213] whether something may be given to an office under a name', () => {
  const seats = seatsOf({ ...SOURCES, communeName: 'Phường Phú Lâm' });
  it.each([
    ['communeChair', 'Lê Minh Toàn (mẫu)', true],
    ['communeChair', 'LÊ MINH TOÀN (mẫu), Chủ tịch UBND phường', true],
    ['communeChair', 'Lê Minh Toàn (mẫu), Chủ tịch UBND xã', true],
    ['communeChair', 'Lê Minh Toàn (mẫu), bất cứ gì', false],
    ['communeChair', 'Lê Minh Toàn (mẫu), Chủ tịch UBND phường, bất cứ gì', false],
    ['communeChair', 'Lê Minh, Chủ tịch UBND phường', false],
    ['communePolice', 'Công an phường', true],
    ['communePolice', 'Công an phường, bất cứ gì', false],
  ])('%s to %s: %s', (seat, name, may) => {
    expect(isGivenTo(name, seatsNamed(seats, seat))).toBe(may);
  });
});

it.each([
  ['nobody any more', [null], 'chưa có người giữ'],
  ['another', ['Đỗ Tâm'], 'Đỗ Tâm'],
  ['whom it was given to', ['Lê Minh Toàn (mẫu)'], null],
  ['nobody, as the commune has it no more', [], 'chưa có người giữ'],
] as const)('[GV209] [GV151] of an office that is held by %s', (_, names, since) => {
  const holders = names.map((holderName) => ({
    seat: 'communeChair',
    title: 'Chủ tịch UBND xã',
    holderName,
  }));
  expect(holderInMeeting('Lê Minh Toàn (mẫu), Chủ tịch UBND xã', holders)).toBe(since);
});

describe('whom a briefing asks', () => {
  const point = { pointCode: 'TXN1', villageCodes: ['54010101'] };
  const groupAt = (groupCode: string, associationCode: string, pointCode: string | null) => ({
    groupCode,
    associationCode,
    pointCode,
    villageName: 'Ngọc Lãng',
  });

  it('[GV4] one team leader, chair, associations and leaders of the point, its village heads, police', () => {
    const groups = [groupAt('0026000', '11', 'TXN1'), groupAt('0026001', '12', 'TXN2')];
    const asked = attendeesToAsk({ seats: seatsOf(SOURCES), groups }, point);
    expect(asked.map(({ part, fullName, capacity }) => [part, fullName, capacity])).toEqual([
      ['teamLeader', 'Võ Thanh Hà (mẫu)', 'Cán bộ tín dụng'],
      ['communeChair', 'Lê Minh Toàn (mẫu)', 'Chủ tịch UBND xã'],
      ['associationHead', 'Hội Nông dân', 'Hội Nông dân'],
      ['groupLeader', 'Dương Hữu Quang (mẫu)', 'Tổ trưởng tổ 0026000, Ngọc Lãng'],
      ['villageHead', 'Trưởng thôn Ngọc Lãng', 'Trưởng thôn Ngọc Lãng'],
      ['communePolice', 'Công an xã', 'Công an xã'],
    ]);
  });

  it('[GV4] a group that names no point is asked at every point', () => {
    const asked = attendeesToAsk(
      { seats: seatsOf(SOURCES), groups: [groupAt('0026001', '12', null)] },
      point,
    );
    expect(asked.filter(({ part }) => part === 'groupLeader').map(({ seat }) => seat)).toEqual([
      'groupLeader:0026001',
    ]);
  });
});

it('[GV241] [GV250] of what was given to a vacant office by its title a task says that nobody holds it, a line of its meeting does by other words', () => {
  const title = 'Hội Liên hiệp Phụ nữ';
  const holders = [{ seat: 'associationHead:12', title, holderName: null }];
  expect(holderOfTask(title, holders)).toBe(NOBODY);
  expect(holderOfTask(`Trần Thị Mai, ${title}`, holders)).toBe(NOBODY);
  expect(holderInMeeting(title, holders)).toBeNull();
  expect(holderInMeeting(`Trần Thị Mai, ${title}`, holders)).toBe(NOBODY);
});
