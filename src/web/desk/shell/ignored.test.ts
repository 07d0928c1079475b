import { expect, test } from 'vitest';
import { ignoredIn } from './ignored.ts';

const shown = { communeCodes: ['540101', null], instead: 'Xã Bình Ngọc' };

test.each([
  [{}, []],
  [{ xa: '540101', ngay: '2026-10-31', sovoi: '2026-09-30' }, []],
  [{ xa: '540102' }, ['Không có xã này trong phạm vi của anh/chị; đang xem Xã Bình Ngọc.']],
  [{ xa: 'abc' }, ['Không có xã này trong phạm vi của anh/chị; đang xem Xã Bình Ngọc.']],
  [{ ngay: '2026-02-30' }, ['“2026-02-30” trong địa chỉ không phải một ngày; đang xem số liệu mới nhất.']],
  [{ sovoi: 'x' }, ['“x” trong địa chỉ không phải một ngày; đang so với ngày liền trước.']],
])('of %o is told %o', (search, sentences) => {
  expect(ignoredIn(search, shown)).toEqual(sentences);
});
