/** Where a group's page tells its members: the number of members opens it. */
export const MEMBERS_ID = 'to-vien';

/** Where it tells the scores of the months: a score opens it. */
export const SCORES_ID = 'diem';
