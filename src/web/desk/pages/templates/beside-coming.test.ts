import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { standardTemplate } from '../../../../modules/governance/domain/papers/standard-templates.ts';
import { besideComing } from './beside-coming.ts';
import { beginWith } from './listed-template.ts';

const [next, last] = [
  { version: 3, validFrom: day('2026-11-20'), source: 'Nguyễn Thu Thủy' },
  { version: 2, validFrom: day('2026-12-01'), source: 'Lê Văn An' },
];
const coming = [next, last];

describe('a template beside those of later days', () => {
  it('[GV195] says until when it holds, which it takes the place of, and which goes before it', () => {
    expect(besideComing([], day('2026-11-13'))).toEqual([]);
    expect(besideComing(coming, day('2026-11-19'))).toEqual([
      'Chỉ dùng đến hết ngày 19/11/2026; từ 20/11/2026 dùng bản 3, Nguyễn Thu Thủy ghi.',
    ]);
    expect(besideComing(coming, day('2026-11-20'))).toEqual([
      'Thay bản 3, Nguyễn Thu Thủy ghi, cũng áp dụng từ 20/11/2026.',
      'Chỉ dùng đến hết ngày 30/11/2026; từ 01/12/2026 dùng bản 2, Lê Văn An ghi.',
    ]);
    expect(besideComing(coming, day('2026-12-02'))).toEqual([
      'Bản 2, Lê Văn An ghi, vẫn dùng từ 01/12/2026 đến hết ngày 01/12/2026.',
    ]);
  });

  it('[GV195] is gone on with: the form begins with the last of them, or the one that was chosen', () => {
    const today = day('2026-11-13');
    const { template: content } = standardTemplate('results', today);
    const own = (form: string) => ({ ...content, form });
    const listed = {
      ...{ kind: 'results' as const, content, latestVersion: 3, written: [] },
      inForce: { version: 0, validFrom: day('2000-01-01'), source: 'hệ thống' },
      coming: [
        { ...next, content: own('ba') },
        { ...last, content: own('hai') },
      ],
    };
    const begun = (chosen: number | undefined) => beginWith(listed, today, chosen);
    expect(begun(undefined)).toMatchObject({ version: 2, validFrom: '2026-12-01', content: own('hai') });
    expect(begun(3)).toMatchObject({ version: 3, validFrom: '2026-11-20', content: own('ba') });
    expect(begun(0)).toEqual({ version: 0, validFrom: today, content });
    expect(beginWith({ ...listed, coming: [] }, today, undefined)).toMatchObject({ version: 0 });
  });
});
