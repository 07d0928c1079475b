import { describe, expect, it } from 'vitest';
import { gradeOf, isBelowFair } from './grade.ts';
import { problemOf, tidyEntry } from './group-entry.ts';

describe('grades', () => {
  const bands = { goodFromPoints: 85, fairFromPoints: 70, averageFromPoints: 50 };
  it.each([
    [100, 'Tốt'],
    [85, 'Tốt'],
    [84, 'Khá'],
    [70, 'Khá'],
    [69, 'Trung bình'],
    [50, 'Trung bình'],
    [49, 'Yếu'],
    [0, 'Yếu'],
  ])('[GR4] %i points are %s', (points, grade) => {
    expect(gradeOf(points, bands)).toBe(grade);
  });

  it('[GR9] Trung bình and Yếu are below Khá', () => {
    const grades = ['Tốt', 'Khá', 'Trung bình', 'Yếu'] as const;
    expect(grades.filter(isBelowFair)).toEqual(['Trung bình', 'Yếu']);
  });
});

describe('entries', () => {
  it('[GR6] phones are kept as digits and must be dialled; names are letters; notes are free', () => {
    for (const typed of ['+84 912.345.678', '(+84) 912 345 678', '0912-345-678'])
      expect(tidyEntry('leader_phone', typed)).toBe('0912345678');
    expect(problemOf('leader_phone', '0912345678')).toBeUndefined();
    expect(problemOf('leader_phone', '912345678')).toBeTypeOf('string');
    expect(problemOf('deputy_name', 'Lê Văn 2')).toBeTypeOf('string');
    expect(problemOf('leader_name', 'Tổ trưởng 2')).toBeTypeOf('string');
    expect(problemOf('village_name', 'Buôn 3')).toBeUndefined();
    expect(problemOf('meeting_note', tidyEntry('meeting_note', ' Ngày 5,  19 giờ '))).toBeUndefined();
  });
});
