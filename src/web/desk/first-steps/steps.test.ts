import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { FIRST_STEP_NAMES, FIRST_STEPS } from '../../../modules/identity/domain/first-steps.ts';
import { lastMonthEnd, offerOf, stepsShownBy, stepsTakenAt } from './steps.ts';

const place = { communeCode: '540101', lastMonth: day('2026-10-31') };

describe('first steps', () => {
  it('are about five for every office, each once', () => {
    for (const steps of Object.values(FIRST_STEPS)) {
      expect(new Set(steps).size).toBe(steps.length);
      expect(steps.length).toBeGreaterThanOrEqual(3);
      expect(steps.length).toBeLessThanOrEqual(5);
    }
  });

  it('name the month whose files are due', () => {
    expect(lastMonthEnd(day('2026-11-03'))).toBe('2026-10-31');
    expect(lastMonthEnd(day('2026-03-01'))).toBe('2026-02-28');
    expect(offerOf('importMonth', place).title).toBe('Nhập số liệu tháng 10');
  });

  it('are taken by opening the page they lead to', () => {
    expect(stepsTakenAt('/danh-sach/overdue', {})).toEqual(['openList']);
    expect(stepsTakenAt('/danh-sach/overdue', { vi: '6600000700000122' })).toEqual(['openList', 'askWhy']);
    expect(stepsTakenAt('/ho/540101/x', {})).toEqual(['openHousehold']);
    expect(stepsTakenAt('/to/540101/0026000', {})).toEqual(['openGroup']);
    expect(stepsTakenAt('/xa/540101', {})).toEqual(['openCommune']);
    expect(stepsTakenAt('/giao-ban/540101/x', {})).toEqual(['prepareBriefing', 'openBriefing']);
    expect(stepsTakenAt('/lich', {})).toEqual(['seeCalendar']);
  });

  it('are not taken on the way there', () => {
    for (const path of ['/', '/danh-sach', '/ho', '/to', '/nhap', '/pgd', '/nguoi-dung', '/giao-ban'])
      expect(stepsTakenAt(path, {})).toEqual([]);
  });

  it('of the administrator are taken by adding people, not by the sample people of the demo', () => {
    const person = { id: 'b', isSample: false, isDisabled: false, assignments: [{ isCurrent: true }] };
    const administrator = { ...person, id: 'a' };
    const sample = { ...person, id: 'c', isSample: true };
    expect(stepsShownBy([administrator, sample], 'a')).toEqual([]);
    expect(stepsShownBy([administrator, { ...person, isDisabled: true }], 'a')).toEqual([]);
    expect(stepsShownBy([administrator, { ...person, assignments: [] }], 'a')).toEqual(['addPeople']);
    expect(stepsShownBy([administrator, sample, person], 'a')).toEqual(['addPeople', 'giveOffices']);
  });

  it('speak of no key: a phone has none', () => {
    for (const step of FIRST_STEP_NAMES) expect(offerOf(step, place).detail).not.toMatch(/phím|Ctrl|\//);
  });

  it('either follow from the data or are taken at some address', () => {
    const byData = ['importMonth', 'keepCalendar', 'secureAccount', 'addPeople', 'giveOffices'];
    const opened = [
      '/danh-sach/a',
      '/xa/a',
      '/ho/a/b',
      '/to/a/b',
      '/giao-ban/a/b',
      '/lich',
      '/chuong-trinh',
      '/quy-tac',
      '/tai-khoan',
    ];
    const byAddress = opened.flatMap((path) => stepsTakenAt(path, { vi: '1' }));
    expect([...byData, ...byAddress].sort()).toEqual([...FIRST_STEP_NAMES].sort());
  });
});
