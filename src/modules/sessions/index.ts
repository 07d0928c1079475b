export { type PublishedMonth, takeBankPoints } from './take-bank-points.ts';
