import { expect, test } from 'vitest';
import { isMailAddress } from './mail-address.ts';

test.each(['hoinongdan.xabinhngoc@daklak.gov.vn', 'a@b.vn', 'Le_Toan+giaoban@vbsp.org.vn'])(
  '%s is an address',
  (text) => expect(isMailAddress(text)).toBe(true),
);

test.each([
  '',
  'toan',
  'toan@xa',
  'toan@xa..vn',
  'a..b@xa.vn',
  'toan@xa.vn, ha@xa.vn',
  'Toàn <toan@xa.vn>',
  'toàn@xa.vn',
  'toan@xa.vn\r\nBcc: x@y.vn',
  'toan@xa.vn\n',
  '"a b"@xa.vn',
  `${'a'.repeat(65)}@xa.vn`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.vn`,
])('%j is none', (text) => expect(isMailAddress(text)).toBe(false));
