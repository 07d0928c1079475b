import { expect, it } from 'vitest';
import { noteToBeginWith } from './attendee-row.tsx';

it('[GV136] in whose place somebody is does not stand in the form as if a person had noted it: it would be printed as their reason', () => {
  expect(noteToBeginWith({ note: 'Giữ chức vụ thay Trần Thị Mai', toldByName: null })).toBe('');
  expect(noteToBeginWith({ note: 'ốm', toldByName: 'Võ Thanh Hà' })).toBe('ốm');
  expect(noteToBeginWith({ note: null, toldByName: 'Võ Thanh Hà' })).toBe('');
});
