import { type BusinessDate, dayNumber } from '../../../kernel/dates.ts';

/** A day of the Vietnamese lunar calendar. */
export type LunarDate = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly isLeapMonth: boolean;
};

/** Days from the Julian epoch to 1970-01-01. */
const JULIAN_DAY_OF_1970 = 2_440_588;
/** The Vietnamese calendar is reckoned at the meridian of 105° E since 1968. */
const HOURS_EAST = 7;
const MEAN_LUNATION_DAYS = 29.530588853;
/** New moon of 1900-01-01, from which lunations are counted. */
const FIRST_LUNATION = 2_415_021.076998695;
const RADIANS = Math.PI / 180;

/**
 * The lunar day of a solar day, by the Vietnamese reckoning (astronomical new moons and solar terms at UTC+7, after
 * J. Meeus and the published method of Hồ Ngọc Đức) [SE7]. Good for 1968 to 2199.
 */
export function lunarDate(date: BusinessDate): LunarDate {
  const julianDay = dayNumber(date) + JULIAN_DAY_OF_1970;
  const year = Number(date.slice(0, 4));
  let lunation = Math.floor((julianDay - FIRST_LUNATION) / MEAN_LUNATION_DAYS);
  let monthStart = newMoonDay(lunation + 1);
  if (monthStart > julianDay) monthStart = newMoonDay(lunation);
  else lunation += 1;

  const thisYears11th = startOf11thMonth(year);
  const [from11th, lunarYear] =
    thisYears11th >= monthStart ? [startOf11thMonth(year - 1), year] : [thisYears11th, year + 1];
  const next11th = thisYears11th >= monthStart ? thisYears11th : startOf11thMonth(year + 1);
  return { day: julianDay - monthStart + 1, ...monthOf({ monthStart, from11th, next11th, lunarYear }) };
}

/** Names the month that begins at `monthStart`, counted from the 11th month before it, a leap month between them. */
function monthOf(at: {
  monthStart: number;
  from11th: number;
  next11th: number;
  lunarYear: number;
}): Omit<LunarDate, 'day'> {
  const since11th = Math.floor((at.monthStart - at.from11th) / 29);
  let month = since11th + 11;
  let isLeapMonth = false;
  if (at.next11th - at.from11th > 365) {
    const leap = leapMonthOffset(at.from11th);
    if (since11th >= leap) month = since11th + 10;
    isLeapMonth = since11th === leap;
  }
  if (month > 12) month -= 12;
  const year = month >= 11 && since11th < 4 ? at.lunarYear - 1 : at.lunarYear;
  return { month, year, isLeapMonth };
}

/** The month that holds the winter solstice is the 11th: the day it begins. */
function startOf11thMonth(year: number): number {
  const lastDay = dayNumber(`${String(year).padStart(4, '0')}-12-31` as BusinessDate) + JULIAN_DAY_OF_1970;
  const lunation = Math.floor((lastDay - 2_415_021) / MEAN_LUNATION_DAYS);
  const start = newMoonDay(lunation);
  return solarTerm(start) >= 9 ? newMoonDay(lunation - 1) : start;
}

/** Which month after the 11th holds no major solar term: that one is the leap month. */
function leapMonthOffset(from11th: number): number {
  const lunation = Math.floor((from11th - FIRST_LUNATION) / MEAN_LUNATION_DAYS + 0.5);
  let offset = 1;
  let term = solarTerm(newMoonDay(lunation + offset));
  let before: number;
  do {
    before = term;
    offset += 1;
    term = solarTerm(newMoonDay(lunation + offset));
  } while (term !== before && offset < 14);
  return offset - 1;
}

/** The local day (Julian) on which the given lunation begins. */
function newMoonDay(lunation: number): number {
  const t = lunation / 1236.85;
  const mean =
    2_415_020.75933 +
    29.53058868 * lunation +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t ** 2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * lunation - 0.0000333 * t ** 2 - 0.00000347 * t ** 3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * lunation + 0.0107306 * t ** 2 + 0.00001236 * t ** 3) * RADIANS;
  const latitude = (21.2964 + 390.67050646 * lunation - 0.0016528 * t ** 2 - 0.00000239 * t ** 3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const clockDrift = -0.000278 + 0.000265 * t + 0.000262 * t ** 2;
  return Math.floor(mean + correction - clockDrift + 0.5 + HOURS_EAST / 24);
}

/** Which of the twelve 30° arcs of its path the sun is in at the local midnight that begins a day: 0 at the spring equinox. */
function solarTerm(julianDay: number): number {
  const t = (julianDay - 2_451_545.5 - HOURS_EAST / 24) / 36_525;
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3) * RADIANS;
  const meanLongitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = (((meanLongitude + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}

/** `14/10 âm lịch`, with `nhuận` in a leap month. */
export function formatLunarDate({ day, month, isLeapMonth }: LunarDate): string {
  return `${day}/${month}${isLeapMonth ? ' nhuận' : ''} âm lịch`;
}
