export const today = new Date();
export const clock = { now: Date.now };
export const text = Date();
export const spaced = new Date( );
export const bare = new Date;
export const given = (milliseconds: number) => new Date(milliseconds);
export const type = (value: Date) => value.toDate();
