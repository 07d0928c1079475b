/** The door of the groups module: what other modules and the command line may call. */
export { acceptGroups, acceptScores, type GroupAcceptance, withdrawGroups } from './accept-groups.ts';
export { type GroupBoard, groupBoards, groupGrades } from './db/boards.ts';
export { type GroupScore, listScores } from './db/scores.ts';
export { type Grade, isBelowFair } from './domain/grade.ts';
export { type LeaderPhone, leaderPhones } from './leader-phones.ts';
export { listGroups } from './list-groups.ts';
