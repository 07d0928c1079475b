import { known } from '../platform/knows-a-module.ts';
export const alone = known;
