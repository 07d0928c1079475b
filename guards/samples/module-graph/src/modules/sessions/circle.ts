import { round } from './round.ts';
export const a = round;
