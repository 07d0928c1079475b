import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisSteps, clearestOf, heatLevel, lineRuns, pointAt, shownNumber, spread } from './scale.ts';

const FRAME = { left: 0, right: 100, top: 0, bottom: 100, max: 200 };

describe('the axis', () => {
  test('starts at zero and ends above every value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 }), (values) => {
        const steps = axisSteps(values);
        expect(steps[0]).toBe(0);
        expect(steps.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
        expect(steps.length).toBeLessThanOrEqual(6);
        // A step that is no whole hundredth would be written as no number is.
        expect(steps.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test.each([
    [[0, 0], [0]],
    [[], [0]],
    [[1], [0, 1]],
    [[3], [0, 1, 2, 3]],
    [[9], [0, 5, 10]],
  ])('of %j stand on %j: zero alone of zeros, whole steps of few', (values, steps) => {
    expect(axisSteps(values)).toEqual(steps);
  });

  test('180 hundredths of a percent stand on steps of half a percent', () => {
    expect(axisSteps([159, 180])).toEqual([0, 50, 100, 150, 200]);
  });
});

describe('lines', () => {
  test('zero stands on the baseline, the largest at the top', () => {
    expect(pointAt(FRAME, 2, 0, 0)).toEqual({ x: 0, y: 100 });
    expect(pointAt(FRAME, 2, 1, 200)).toEqual({ x: 100, y: 0 });
  });

  test('a month without figures breaks the line', () => {
    expect(lineRuns(FRAME, [0, undefined, 200])).toEqual(['0.0,100.0', '100.0,0.0']);
    expect(lineRuns(FRAME, [undefined, undefined])).toEqual([]);
  });
});

test('labels at the same height are moved apart', () => {
  expect(spread([50, 52], 18, 100)).toEqual([50, 68]);
  expect(spread([98, 99], 18, 100)).toEqual([82, 100]);
});

test('heat: nothing is 0, the largest is 4', () => {
  expect(heatLevel(0, 280)).toBe(0);
  expect(heatLevel(280, 280)).toBe(4);
  expect(heatLevel(120, 280)).toBe(1);
  expect(heatLevel(160, 280)).toBe(2);
  expect(heatLevel(200, 280)).toBe(3);
});

test('heat: the number of a cell is the one it shows', () => {
  expect(['0', '1.234', '2,5', '0,4', '<0,1', '−3'].map(shownNumber)).toEqual([0, 1234, 2.5, 0.4, 0.1, -3]);
});

test('a note stands where it hides the fewest points of the lines, in its first place where it hides none', () => {
  const area = (top: number) => ({ left: 0, right: 50, top, bottom: top + 20 });
  const [low, high] = [area(60), area(10)];
  expect(clearestOf([low, high], [{ x: 20, y: 70 }])).toBe(high);
  expect(clearestOf([low, high], [{ x: 60, y: 70 }])).toBe(low);
  expect(
    clearestOf(
      [low, high],
      [
        { x: 20, y: 70 },
        { x: 20, y: 15 },
      ],
    ),
  ).toBe(low);
});
