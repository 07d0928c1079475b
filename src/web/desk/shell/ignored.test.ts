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
  [{ tu: '2026-13-01' }, ['“2026-13-01” trong địa chỉ không phải một ngày; không lọc từ ngày nào.']],
  [{ den: 'mai' }, ['“mai” trong địa chỉ không phải một ngày; không lọc đến ngày nào.']],
  [{ tt: 'overdue', lienlac: 'khong', xep: 'outstanding', tu: '2026-11-01', den: '2026-11-30' }, []],
  [{ tt: 'xau' }, ['“xau” trong địa chỉ không phải một tình trạng; không lọc theo tình trạng.']],
  [{ lienlac: 'co' }, ['“co” trong địa chỉ không phải cách lọc liên lạc; không lọc theo liên lạc.']],
  [{ kiemtra: 'chua', kiemtraluc: '2026-11-23T01:15:00.000Z' }, []],
  [{ kiemtra: 'roi' }, ['“roi” trong địa chỉ không phải cách lọc kiểm tra; không lọc theo kiểm tra.']],
  [
    { kiemtraluc: '2026-11-23' },
    ['“2026-11-23” trong địa chỉ không phải một lúc; đang tính báo cáo kiểm tra đến bây giờ.'],
  ],
  [{ xep: 'to' }, ['“to” trong địa chỉ không phải cách sắp xếp; đang xếp theo danh sách.']],
])('of %o is told %o', (search, sentences) => {
  expect(ignoredIn(search, shown)).toEqual(sentences);
});
