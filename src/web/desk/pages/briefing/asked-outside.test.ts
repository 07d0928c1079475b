import { describe, expect, it } from 'vitest';
import { mustAsk } from './asked-outside.ts';
import type { Owner, SeatOption } from './seats-typed.ts';

const seats: readonly SeatOption[] = [
  { seat: 'groupLeader:0026001', title: 'Tổ trưởng tổ 5', holderName: 'Lê Thị Tơ' },
  { seat: 'groupLeader:0026002', title: 'Tổ trưởng tổ 6', holderName: 'Y Nam' },
];
const typed = (ownerName: string): Owner => ({ ownerSeat: null, ownerName });

describe('[GV194] letters that find offices and chose none of them', () => {
  const owner = typed('to truong');

  it('are asked about at the first press, and go out at the second', () => {
    expect(mustAsk(undefined, { owner, seats, pressedAt: 1_000 })).toBe(true);
    const asked = { letters: 'to truong', pressedAt: 1_000 };
    expect(mustAsk(asked, { owner, seats, pressedAt: 1_500 })).toBe(false);
    expect(mustAsk(asked, { owner: typed('to tru'), seats, pressedAt: 1_500 })).toBe(true);
  });

  it('are not sent by a double click, which is one press', () => {
    const asked = { letters: 'to truong', pressedAt: 1_000 };
    expect(mustAsk(asked, { owner, seats, pressedAt: 1_499 })).toBe(true);
  });

  it('are asked about alone: not an office, not what finds none, not an empty field', () => {
    const at = { seats, pressedAt: 1_000 };
    expect(
      mustAsk(undefined, {
        ...at,
        owner: { ownerSeat: 'groupLeader:0026002', ownerName: 'Y Nam, Tổ trưởng tổ 6' },
      }),
    ).toBe(false);
    expect(mustAsk(undefined, { ...at, owner: typed('Ban giảm nghèo') })).toBe(false);
    expect(mustAsk(undefined, { ...at, owner: { ownerSeat: null, ownerName: null } })).toBe(false);
  });
});
