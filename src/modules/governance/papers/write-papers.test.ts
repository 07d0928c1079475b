import { describe, expect, it } from 'vitest';
import { buildSources, withTemplate } from '../testing/build-sources.ts';
import { only, textOf } from '../testing/read-papers.ts';
import { paperFileName } from './render-papers.ts';
import { writePapers } from './write-papers.ts';

const draft = buildSources({ closed: null, numbers: [] });

describe('the papers of a briefing', () => {
  it('[GV60] issuers, numbers and days with their zeros', () => {
    const { header } = only(buildSources(), 'conclusions');
    expect(header).toEqual({
      form: null,
      superior: ['NGÂN HÀNG CHÍNH SÁCH XÃ HỘI'],
      issuer: ['PHÒNG GIAO DỊCH TUY HÒA'],
      number: 'Số: 05/TB-NHCS',
      placeAndDate: 'Tuy Hòa, ngày 05 tháng 02 năm 2027',
    });
    expect(only(buildSources(), 'results').header.placeAndDate).toMatch(/^Bình Ngọc, /);
    expect(only(buildSources(), 'results').header.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ BÌNH NGỌC']);
    const ward = buildSources({ minutes: { commune: { id: '', name: 'Phường Phú Lâm' } } });
    expect(only(ward, 'results').header.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG PHÚ LÂM']);
  });

  it('[GV60] amounts in a sentence have no zeros behind the comma, those of a table stand with theirs in one line', () => {
    const text = textOf(only(buildSources(), 'conclusions').body);
    expect(text).toContain('tổng dư nợ 10.000 triệu đồng (tăng 240 triệu đồng); trong hạn 9.980 triệu đồng');
    expect(text).toContain('lãi tồn 16,8 triệu đồng');
    expect(text).toMatch(/Toàn xã .*10\.000,0 240,0 20,0 0 16,8/);
  });

  it('[GV169] papers of a ward call it one: its total, and that it has no figures', () => {
    const commune = { id: '', name: 'Phường Phú Lâm' };
    const none = { dataDate: null, comparedDate: null, total: null, associations: [], groups: [] };
    for (const kind of ['minutes', 'conclusions'] as const) {
      expect(textOf(only(buildSources({ minutes: { commune } }), kind).body)).toMatch(
        /Toàn phường .*10\.000,0/,
      );
      const bare = textOf(only(buildSources({ minutes: { commune, figures: none } }), kind).body);
      expect(bare).toContain('Chưa có số liệu của phường.');
    }
  });

  it('[GV68] room is left for a number that nobody has taken', () => {
    expect(only(buildSources({ numbers: [] }), 'conclusions').header.number).toBe('Số: ……/TB-NHCS');
  });

  it('[GV65] minutes of a closed briefing carry number, hash and head of the audit chain', () => {
    const paper = only(buildSources(), 'minutes');
    expect(paper).toMatchObject({ isDraft: false, footNote: `Đầu chuỗi nhật ký: ${'0'.repeat(64)}` });
    expect(paper.header.number).toBe('Số: 05/BB-NHCS');
    expect(textOf(paper.body)).toContain(`Mã kiểm tra nội dung: ${'0'.repeat(64)}`);
    expect(textOf(paper.body)).toContain('kết thúc hồi 11 giờ 20 phút cùng ngày');
  });

  it('[GV104] minutes closed on a later day than the meeting began say that day wherever they end', () => {
    const closings = (closedAt: string) => {
      const sources = buildSources({ minutes: { openedAt: '2027-02-05T03:30:00Z', closedAt } });
      return textOf(only(withTemplate(sources, 'minutes', { closing: '' }), 'minutes').body);
    };
    const later = closings('2027-02-06T01:10:00Z');
    expect(later).toContain('kết thúc hồi 8 giờ 10 phút ngày 06 tháng 02 năm 2027.');
    expect(later).toContain('Biên bản được lập xong ngày 06 tháng 02 năm 2027');
    expect(later).not.toContain('cùng ngày');
    expect(closings('2027-02-05T04:20:00Z')).toContain('Biên bản được lập xong cùng ngày');
  });

  it('[GV104] minutes closed before the day was told say the day on which the meeting began, and so do the other papers', () => {
    const late = buildSources({
      numbers: [],
      minutes: { openedAt: '2027-02-16T03:30:00Z', closedAt: '2027-02-16T04:20:00Z' },
    });
    for (const kind of ['minutes', 'conclusions', 'assignment', 'results'] as const) {
      const words = textOf(writePapers(late, kind, 'list'));
      expect(words).toContain('ngày 16 tháng 02 năm 2027');
      expect(words).not.toContain('ngày 05 tháng 02 năm 2027');
    }
    expect(textOf(only(late, 'invitation'))).toContain('ngày 05 tháng 02 năm 2027');
  });

  it('[GV65] before closing what comes from the meeting is a draft, without number and hash', () => {
    const paper = only(draft, 'minutes');
    expect(paper).toMatchObject({ isDraft: true, footNote: null });
    expect(paper.header.number).toBe('Số: ……/BB-NHCS');
    expect(textOf(paper.body)).not.toContain('Mã kiểm tra');
    const drafts = (['invitation', 'conclusions', 'results'] as const).map(
      (kind) => only(draft, kind).isDraft,
    );
    expect(drafts).toEqual([false, true, false]);
    expect(paperFileName(draft, { kind: 'minutes', format: 'pdf' })).toBe(
      'Dự thảo Biên bản giao ban Bình Ngọc 2027-02-05.pdf',
    );
  });

  it('[GV65] addenda are bound behind the minutes, with reason and author', () => {
    const addenda = [
      {
        ...{ number: 1, text: 'Số hộ là 12', reason: 'Ghi nhầm', writtenByName: 'Võ Thanh Hà' },
        writtenAt: '2027-02-06T02:00:00Z',
      },
    ];
    const [annex] = only(buildSources({ addenda }), 'minutes').annexes;
    expect(annex?.title).toBe('Văn bản bổ sung số 01');
    expect(textOf(annex?.blocks)).toMatch(
      /Số hộ là 12.*Ghi nhầm\..*Võ Thanh Hà, 9 giờ ngày 06 tháng 02 năm 2027/,
    );
  });

  it('[GV65] whoever was late, excused, absent or stood in is named, and a compulsory part that nobody came for', () => {
    const { minutes } = buildSources();
    const attendees = minutes.attendees.map((one, i) => ({
      ...one,
      presence: (['present', 'excused', 'deputy', 'absent'] as const)[i] ?? 'present',
      deputyName: i === 2 ? 'Người thay' : null,
      note: i === 1 ? 'đi họp tỉnh' : null,
    }));
    const text = textOf(
      only(buildSources({ minutes: { attendees, missingParts: ['groupLeader'] } }), 'minutes').body,
    );
    expect(text).toContain('Vắng có lý do: Người thứ hai, Chủ tịch UBND xã (đi họp tỉnh).');
    expect(text).toContain('Dự thay: Người thay thay Người thứ ba, Hội Liên hiệp Phụ nữ.');
    expect(text).toContain('Vắng: Người thứ tư, Tổ trưởng tổ 0000001.');
    expect(text).toContain('Thành phần bắt buộc không có người dự: Tổ trưởng Tổ TK&VV.');
  });

  it('[GV65] unknown is not zero: without figures the papers say so, a new part has no change', () => {
    const { figures } = buildSources().minutes;
    const none = { dataDate: null, comparedDate: null, total: null, associations: [], groups: [] };
    expect(textOf(only(buildSources({ minutes: { figures: none } }), 'minutes').body)).toContain(
      'Chưa có số liệu của xã.',
    );
    const associations = figures.associations.map((part) => ({ ...part, outstandingChangeVnd: null }));
    const paper = only(buildSources({ minutes: { figures: { ...figures, associations } } }), 'conclusions');
    expect(paper.body.find(({ block }) => block === 'table')).toMatchObject({
      rows: [expect.arrayContaining(['5.000,0', '-']), expect.arrayContaining(['-'])],
    });
  });

  it('[GV5] [GV64] where the chair of the commune chairs, papers say so and ask the leader of the session team', () => {
    const sources = buildSources({ minutes: { chairPart: 'communeChair', chairedBy: 'Người thứ hai' } });
    const invited = writePapers(sources, 'invitation', 'each').map(({ addressees }) => addressees.join());
    expect(invited.join()).toContain('Người chủ trì');
    expect(invited.join()).not.toContain('Người thứ hai');
    expect(textOf(only(sources, 'invitation').body)).toContain('Người thứ hai, Lãnh đạo UBND xã.');
    const minutes = only(sources, 'minutes');
    const text = textOf(minutes.body);
    expect(text).toContain('Người thứ hai, Lãnh đạo UBND xã.');
    expect(text).toContain('Tổ trưởng tổ giao dịch 1/1');
    expect(text).not.toContain('Lãnh đạo UBND xã 1/1');
    expect(textOf(minutes.signatures).match(/Người thứ hai/g)).toHaveLength(1);
    // Minutes closed before it was kept say nothing of it: then the leader chaired.
    expect(textOf(only(buildSources(), 'minutes').body)).toContain('Tổ trưởng Tổ giao dịch xã.');
  });

  it('[GV100] what was noted of an item of the agenda stands in the minutes line by line, nothing of others', () => {
    const noted = {
      title: 'Chính sách, vốn mới',
      reachedAt: null,
      note: 'Mức vay mới\nHồ sơ nhận tại phiên',
    };
    const agenda = [{ title: 'Điểm danh', reachedAt: null }, noted];
    const { body } = only(buildSources({ minutes: { agenda } }), 'minutes');
    const at = body.findIndex((block) => 'text' in block && block.text === 'Chính sách, vốn mới');
    expect(body.slice(at, at + 3)).toEqual([
      { block: 'heading', level: 2, text: 'Chính sách, vốn mới' },
      { block: 'paragraph', text: 'Mức vay mới' },
      { block: 'paragraph', text: 'Hồ sơ nhận tại phiên' },
    ]);
    expect(textOf(body)).not.toContain('Điểm danh');
  });

  it('[GV66] slips are numbered on from the number taken and signed by the person; the chair who gives them has none', () => {
    const { minutes } = buildSources();
    const [first] = minutes.conclusions;
    if (!first) throw new Error('no conclusion');
    const other = { ...first, ownerSeat: null, ownerName: 'Ban giảm nghèo' };
    const slips = writePapers(
      buildSources({ minutes: { conclusions: [first, other] } }),
      'assignment',
      'list',
    );
    expect(slips.map(({ header }) => header.number)).toEqual(['Số: 05/PGV-UBND', 'Số: 06/PGV-UBND']);
    expect(slips.map(({ signatures }) => signatures[0]?.name)).toEqual(['Người thứ ba', '']);
    expect(slips[0]?.grounds).toEqual([
      'Căn cứ Biên bản giao ban số 05/BB-NHCS ngày 05 tháng 02 năm 2027 tại xã Bình Ngọc;',
    ]);
    const toChair = { ...first, ownerSeat: 'communeChair', ownerName: 'Lê Minh Toàn, Chủ tịch UBND xã' };
    for (const conclusions of [[], [toChair]])
      expect(writePapers(buildSources({ minutes: { conclusions } }), 'assignment', 'list')).toEqual([]);
  });

  it('[GV61] what an office writes stands on its papers: names, deputies, recipients', () => {
    const sources = withTemplate(buildSources(), 'conclusions', {
      signatures: [
        {
          ...{ onBehalfOf: null, hint: null, signer: 'nobody', name: 'Nguyễn Thị Thu Hằng' },
          insteadOf: { how: 'KT', office: 'GIÁM ĐỐC' },
          office: 'PHÓ GIÁM ĐỐC',
        },
      ],
      recipients: ['UBND {xã}', 'Lưu: VT, KHNV'],
    });
    const paper = only(sources, 'conclusions');
    expect(paper.signatures).toEqual([
      { lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Nguyễn Thị Thu Hằng' },
    ]);
    expect(paper.recipients).toEqual(['UBND xã Bình Ngọc', 'Lưu: VT, KHNV']);
  });
});
