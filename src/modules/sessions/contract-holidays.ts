import { z } from 'zod';
import { date, id, operation } from '../../kernel/contract.ts';
import { editHolidays, readHolidays } from './policy.ts';

const document = z.string().trim().min(3, { error: 'Ghi số hiệu hoặc tên văn bản.' }).max(300);

const holidayFields = {
  name: z.string().trim().min(2).max(80),
  calendar: z.enum(['solar', 'lunar']),
  month: z.int().min(1).max(12),
  /** Of a lunar month 30 is the last day, also where it has 29. */
  day: z.int().min(1).max(31),
  validFrom: date,
  document,
  confidence: z.enum(['found', 'known', 'practice', 'unsure']),
};

/** The public holidays with their sources; `nextOn` is the next day each falls on, null where it is over [SE13]. */
export const listHolidays = operation({
  name: 'sessions.listHolidays',
  method: 'GET',
  path: '/holidays',
  summary: 'Các ngày lễ theo dương lịch, âm lịch, kèm văn bản và ngày hiệu lực',
  input: z.object({}),
  output: z.object({
    onDate: date,
    holidays: z.array(
      z.object({
        id,
        ...holidayFields,
        validTo: date.nullable(),
        isEntered: z.boolean(),
        nextOn: date.nullable(),
      }),
    ),
  }),
  permission: readHolidays,
});

/** Enters a public holiday from a day on; with a last day, of the years up to it only [SE13]. */
export const enterHoliday = operation({
  name: 'sessions.enterHoliday',
  method: 'POST',
  path: '/holidays',
  summary: 'Thêm một ngày lễ, theo văn bản và ngày hiệu lực',
  input: z.object({ ...holidayFields, lastDay: date.nullable() }),
  output: z.object({ id }),
  refusals: ['holidayDayInvalid', 'holidayExists', 'holidayEndTooEarly'],
  permission: editHolidays,
});

/** Ends a public holiday on its last day; null: it goes on [SE13]. */
export const endHoliday = operation({
  name: 'sessions.endHoliday',
  method: 'POST',
  path: '/holidays/{holidayId}/end',
  summary: 'Kết thúc một ngày lễ từ sau một ngày, hoặc để ngày lễ tiếp tục',
  input: z.object({ holidayId: id, lastDay: date.nullable() }),
  output: z.object({}),
  refusals: ['holidayExists', 'holidayEndTooEarly'],
  permission: editHolidays,
});

/** Takes back a public holiday that was entered by mistake; its day of the year is free again [SE13]. */
export const withdrawHoliday = operation({
  name: 'sessions.withdrawHoliday',
  method: 'POST',
  path: '/holidays/{holidayId}/withdraw',
  summary: 'Thu hồi một ngày lễ đã nhập nhầm',
  input: z.object({ holidayId: id }),
  output: z.object({}),
  refusals: ['holidayOfProduct'],
  permission: editHolidays,
});
