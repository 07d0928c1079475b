import { describe, expect, test } from 'vitest';
import { textsOf } from './copies.ts';
import type { Me } from './session.tsx';
import { wordsHere, wordsOutOfReach } from './words-here.ts';

const shelf = (held: Readonly<Record<string, unknown>>) => {
  const keys = Object.keys(held);
  return {
    length: keys.length,
    key: (at: number) => keys[at] ?? null,
    getItem: (key: string) => (key in held ? JSON.stringify(held[key]) : null),
    setItem: () => undefined,
    removeItem: () => undefined,
  };
};

const here = (tab: Readonly<Record<string, unknown>>, copies: Readonly<Record<string, unknown>> = {}) =>
  wordsHere(textsOf(shelf(tab), shelf(copies), 'mai'), 'mai').map(({ heading, words }) => [heading, words]);

describe('[GV186] words of somebody who holds no office any more', () => {
  test('also what they typed for invitations, and notes of an agenda', () => {
    expect(
      here({
        'giaoban.draft.mai.xa.buoi.agenda': { lines: [{ title: 'Điểm danh', note: 'Mời đủ tổ' }] },
        'giaoban.draft.mai.xa.buoi.bring': { bring: 'Sổ họp tổ' },
      }),
    ).toEqual([
      ['Chương trình, gõ dở', 'Điểm danh, Mời đủ tổ'],
      ['Mang theo, gõ dở', 'Sổ họp tổ'],
    ]);
  });

  test.each([
    ['address.a1', { address: 'mai@xa.vn' }, 'Địa chỉ thư'],
    ['handed.a1', { handedByName: 'Lê An' }, 'Người giao giấy mời'],
    ['number.invitation', { note: '12' }, 'Số văn bản'],
    ['addendum', { text: 'Thiếu một dòng' }, 'Văn bản bổ sung'],
    ['measure.c1', { note: 'x' }, 'Đo kết luận bằng số liệu'],
    ['hour', { note: '14:00' }, 'Giờ giao ban'],
    ['begin', { answer: 'hôm qua' }, 'Bắt đầu họp'],
    ['cancel', { reason: 'Mưa bão' }, 'Lý do không tổ chức'],
    ['drop.d1', { reason: 'Đã xong' }, 'Bỏ khó khăn'],
    ['presence.a1', { note: 'Đi họp' }, 'Điểm danh'],
    ['point.new', { text: 'Nợ tăng' }, 'Điểm cần nêu'],
    ['of no name that is known', { text: 'Gì đó' }, 'Giao ban'],
  ])('of the form %s are headed by what they were for, and nobody is typing them', (form, kept, heading) => {
    const words = Object.values(kept)[0];
    expect(here({ [`giaoban.draft.mai.xa.buoi.${form}`]: kept })).toEqual([[`${heading}, gõ dở`, words]]);
  });

  test('are told for what they were typed, or written and not sent', () => {
    expect(
      here({
        'giaoban.draft.mai.xa.buoi.conclusion.new': { text: 'Mời hộ làm việc', due: '30/11' },
        'giaoban.waiting.mai.xa.buoi': [
          { kind: 'addConclusion', entryId: 'e1', input: { text: 'Đo lại đất', ownerName: 'Địa chính' } },
          { kind: 'recordAttendance', entryId: 'e2', input: { presence: 'excused', note: 'Đi họp tỉnh' } },
        ],
        'giaoban.report.mai.xa.viec': {
          eventId: 'r',
          title: 'Đến từng hộ',
          text: 'Đã gặp 3 hộ',
          outcome: 'done',
        },
        'giaoban.judgement.mai.xa.viec.return': { reason: 'Thiếu ảnh' },
        'giaoban.order.mai.xa.xa.order': { text: 'Kiểm tra', paper: { number: '12', on: null, issuer: '' } },
        'giaoban.template.mai.phong.minutes.content': {
          ...{
            opening: 'Hôm nay',
            signatures: [{ office: 'GIÁM ĐỐC', signer: 'officeDirector', name: null }],
          },
        },
      }),
    ).toEqual([
      ['Kết luận, gõ dở', 'Mời hộ làm việc, hạn 30/11'],
      ['Kết luận, chưa gửi', 'Đo lại đất, Địa chính'],
      ['Điểm danh, chưa gửi', 'vắng có lý do, Đi họp tỉnh'],
      ['Báo cáo việc “Đến từng hộ”, gõ dở', 'Đã gặp 3 hộ'],
      ['Trả lại, chuyển hoặc hủy việc, gõ dở', 'Thiếu ảnh'],
      ['Chỉ đạo, gõ dở', 'Kiểm tra, 12'],
      ['Mẫu, sửa dở', 'Hôm nay\nGIÁM ĐỐC'],
    ]);
  });

  test('are those of every tab of theirs, and of nobody else; forms without a word are none', () => {
    const difficulty = 'giaoban.difficulty.mai.xa.ho.raise';
    expect(
      here(
        {
          [difficulty]: { text: 'Xa trung tâm', saidBy: '' },
          'giaoban.draft.lan.xa.buoi.raise': { text: 'Của người khác' },
          'giaoban.draft.mai.xa.buoi.conclusion.new': { text: '', ownerName: 'Địa chính' },
        },
        {
          [`giaoban.copy.tab2.${difficulty}`]: { at: 1, text: '{"text":"Cầu hỏng","saidBy":"Anh Nam"}' },
          'giaoban.copy.tab2.giaoban.draft.lan.xa.buoi.raise': { at: 1, text: '{"text":"Của người khác"}' },
        },
      ),
    ).toEqual([
      ['Khó khăn, gõ dở', 'Xa trung tâm'],
      ['Khó khăn, gõ dở', 'Cầu hỏng, Anh Nam'],
    ]);
  });
});

describe('[GV186] words of somebody with another office, after the one they were typed under has ended', () => {
  const KEPT = {
    'giaoban.draft.mai.xa.buoi.conclusion.new': { text: 'Mời hộ làm việc' },
    'giaoban.draft.mai.xa.buoi.raise': { text: 'Cầu hỏng' },
    'giaoban.draft.mai.xa.buoi.bring': { bring: 'Sổ của tổ', shownBring: null },
    'giaoban.waiting.mai.xa.buoi': [
      { kind: 'recordAttendance', entryId: 'e1', input: { presence: 'excused', note: 'Đi họp tỉnh' } },
      { kind: 'raiseDifficulty', entryId: 'e2', input: { text: 'Thiếu giống lúa' } },
    ],
    'giaoban.report.mai.xa.viec': { title: 'Đến từng hộ', text: 'Đã gặp 3 hộ' },
    'giaoban.template.mai.phong.minutes.content': { opening: 'Hôm nay' },
  };
  const me = (role: Me['acting']['role'], communeId: string | null, officeId: string) =>
    ({
      acting: { role },
      communes: communeId === null ? [] : [{ id: communeId }],
      offices: [{ id: officeId }],
    }) as unknown as Me;
  const outOfReach = (whose: Me) =>
    wordsOutOfReach(wordsHere(textsOf(shelf(KEPT), shelf({}), 'mai'), 'mai'), whose).map(
      ({ words }) => words,
    );

  test('are all told where that was of another place', () => {
    expect(outOfReach(me('creditOfficer', 'xa khac', 'phong khac'))).toHaveLength(7);
  });

  test('are told where the office of the same place writes nothing of the kind', () => {
    expect(outOfReach(me('officeDirector', 'xa', 'phong'))).toEqual([]);
    expect(outOfReach(me('associationHead', 'xa', 'phong'))).toEqual([
      ...['Mời hộ làm việc', 'Sổ của tổ', 'vắng có lý do, Đi họp tỉnh', 'Hôm nay'],
    ]);
  });
});
