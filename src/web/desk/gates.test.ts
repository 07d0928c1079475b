import { describe, expect, it } from 'vitest';
import { getBatch } from '../../modules/extracts/contract.ts';
import { changePassword } from '../../modules/identity/contract.ts';
import { GATES, rolesWith } from './gates.ts';
import { router } from './router.tsx';

/** Pages that everybody who is signed in has. */
const EVERYBODYS = ['/', '/tai-khoan', '/dang-nhap'];

describe('gates', () => {
  it('stand before every page that not everybody has', () => {
    const pages = Object.keys(router.routesByPath).filter((path) => !EVERYBODYS.includes(path));
    expect(pages.sort()).toEqual(Object.keys(GATES).sort());
  });

  it('name the roles that the permission names', () => {
    expect(rolesWith(getBatch)).toEqual(['officeDirector', 'creditOfficer']);
    expect(rolesWith(changePassword)).toHaveLength(9);
  });

  it('say what the page is for as the end of a sentence', () => {
    for (const { purpose } of Object.values(GATES)) expect(purpose).toMatch(/^[^A-Z].*[^.]$/);
  });
});
