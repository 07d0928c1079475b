import { built } from './build.ts';
export const more = built;
