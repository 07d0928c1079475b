import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OwnerHint } from './owner-hint.tsx';
import type { Owner, SeatOption } from './seats-typed.ts';

const POLICE: SeatOption = { seat: 'police', title: 'Công an xã', holderName: 'Công an xã Bình Ngọc' };

const said = (value: Owner, asked: { seats?: readonly SeatOption[]; askedOf?: string } = {}) =>
  renderToStaticMarkup(
    <OwnerHint
      seats={[POLICE]}
      value={value}
      field={{ current: null }}
      press="Thêm"
      onOwner={() => undefined}
      {...asked}
    />,
  );

test('[GV207] of letters left without the office they find it is said what they stand for', () => {
  expect(said({ ownerSeat: null, ownerName: 'cong an' })).toContain(
    'Chưa chọn ai trong danh sách: để vậy thì ghi là nơi ngoài hệ thống.',
  );
  expect(said({ ownerSeat: null, ownerName: 'Ban giảm nghèo' })).toContain('Không có ai giữ tên này');
  expect(said({ ownerSeat: 'police', ownerName: 'Công an xã Bình Ngọc, Công an xã' })).toBe('');
});

test('[GV194] once a press has asked of these letters it is said how many offices they find, and the first are offered', () => {
  const typed = { ownerSeat: null, ownerName: 'cong an' };
  const one = said(typed, { askedOf: 'cong an' });
  expect(one).toContain('Có 1 nơi khớp với “cong an”: chọn nơi đó, hoặc bấm “Thêm” lần nữa');
  expect(one).toContain('>Công an xã Bình Ngọc, Công an xã</button>');
  expect(said(typed, { askedOf: 'cong' })).toContain('Chưa chọn ai trong danh sách');
  const seats = Array.from({ length: 8 }, (_, at) => ({ ...POLICE, holderName: `Công an ${at + 1}` }));
  const many = said(typed, { askedOf: 'cong an', seats });
  expect(many).toContain('Có 8 nơi khớp với “cong an”: chọn một nơi');
  expect(many.match(/<li>/g)).toHaveLength(6);
  expect(many).toContain('Gõ thêm chữ để tìm trong 2 nơi còn lại.');
});

test('[GV255] what only begins as an office is called is said to be outside, with that office, and once asked that the next press sends it', () => {
  const typed = { ownerSeat: null, ownerName: 'Công an huyện' };
  const before = said(typed);
  expect(before).toContain('Không có ai giữ tên này: ghi là nơi ngoài hệ thống.');
  expect(before).toContain('Có phải Công an xã Bình Ngọc, Công an xã?');
  const again = 'Bấm “Thêm” lần nữa nếu đúng là nơi ngoài hệ thống.';
  expect(before).not.toContain('lần nữa');
  expect(said(typed, { askedOf: 'Công an huyện' })).toContain(again);
  const other = { ownerSeat: null, ownerName: 'Ban giảm nghèo' };
  expect(said(other, { askedOf: 'Ban giảm nghèo' })).not.toContain(again);
});

test('[GV273] who held the office when people met is offered with who holds it now', () => {
  const former = { ...POLICE, holderName: 'Nguyễn Văn Cũ', holderNow: 'Phạm Văn An' };
  const asked = said({ ownerSeat: null, ownerName: 'van cu' }, { askedOf: 'van cu', seats: [former] });
  expect(asked).toContain('>Nguyễn Văn Cũ, Công an xã; nay: Phạm Văn An</button>');
});
