/** The door of points and calendar. */
export { enterSampleHours, type SampleHours } from './enter-sample-hours.ts';
export { onDataDatePublished } from './on-data-date-published.ts';
export { type PublishedMonth, takeBankPoints } from './take-bank-points.ts';
