import { group } from '../groups/index.ts';
export const sideways = group;
