import { expect, test } from 'vitest';
import { shortCommune, shortOffice, shortProgramme, shortVillage } from './names.ts';

test('names lose the words that every row would repeat', () => {
  expect(shortVillage('Thôn Ngọc Lãng')).toBe('Ngọc Lãng');
  expect(shortVillage('Thôn chưa có tên (mã 54010199)')).toBe('Chưa có tên (mã 54010199)');
  expect(shortVillage('Buôn 3')).toBe('Buôn 3');
  expect(shortVillage('Ngọc Lãng')).toBe('Ngọc Lãng');
  expect(shortVillage('Khu phố Phú Lâm')).toBe('Phú Lâm');
  expect(shortVillage('Tiểu khu Nà Sản')).toBe('Nà Sản');
  for (const registered of ['Khóm 3', 'Khu A', 'Khối II', 'Cụm 5', 'thôn'])
    expect(shortVillage(registered)).toBe(registered);
  expect(shortCommune('Phường Phú Lâm')).toBe('Phú Lâm');
  expect(shortOffice('PGD Tuy Hòa (dữ liệu mẫu)')).toBe('PGD Tuy Hòa');
  expect(shortProgramme('Cho vay hộ nghèo')).toBe('Hộ nghèo');
});
