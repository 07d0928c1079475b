import { news } from '../portfolio/index.ts';
export const upward = news;
