export const agent = { rejectUnauthorized: false };
