import { listen } from '../../server/listen.ts';
export const served = listen;
