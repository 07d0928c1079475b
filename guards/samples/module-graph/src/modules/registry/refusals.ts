import { now } from '../../platform/now.ts';
export const refusals = now;
