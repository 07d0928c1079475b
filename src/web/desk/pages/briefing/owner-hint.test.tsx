import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OwnerHint } from './owner-hint.tsx';
import type { Owner, SeatOption } from './seats-typed.ts';

const POLICE: SeatOption = { seat: 'police', title: 'Công an xã', holderName: 'Công an xã Bình Ngọc' };

const said = (value: Owner) =>
  renderToStaticMarkup(<OwnerHint seats={[POLICE]} value={value} onOwner={() => undefined} />);

test('[GV207] of letters left without the office they find it is said what they stand for', () => {
  expect(said({ ownerSeat: null, ownerName: 'cong an' })).toContain(
    'Chưa chọn ai trong danh sách: để vậy thì ghi là nơi ngoài hệ thống.',
  );
  expect(said({ ownerSeat: null, ownerName: 'Ban giảm nghèo' })).toContain('Không có ai giữ tên này');
  expect(said({ ownerSeat: 'police', ownerName: 'Công an xã Bình Ngọc, Công an xã' })).toBe('');
});
