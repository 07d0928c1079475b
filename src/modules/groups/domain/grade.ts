/** The four grades of the bank's monthly scoring, best first. */
export type Grade = 'Tốt' | 'Khá' | 'Trung bình' | 'Yếu';

/** Whether a grade is worth a word in a meeting: worse than Khá [GR9]. */
export function isBelowFair(grade: Grade): boolean {
  return grade === 'Trung bình' || grade === 'Yếu';
}

/** From how many points on a grade is given, by the dated rule of the month; below the last it is Yếu [GR4]. */
export type GradeBands = {
  readonly goodFromPoints: number;
  readonly fairFromPoints: number;
  readonly averageFromPoints: number;
};

/** The grade that follows from a total of points [GR4]. */
export function gradeOf(totalPoints: number, bands: GradeBands): Grade {
  if (totalPoints >= bands.goodFromPoints) return 'Tốt';
  if (totalPoints >= bands.fairFromPoints) return 'Khá';
  if (totalPoints >= bands.averageFromPoints) return 'Trung bình';
  return 'Yếu';
}
