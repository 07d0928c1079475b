import { permission } from '../../kernel/role.ts';

/** Read the calendar of sessions: everybody who works in the commune. */
export const readCalendar = permission('sessions.readCalendar', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'commune',
  groupLeader: 'commune',
  villageHead: 'commune',
  communePolice: 'commune',
  committeeReader: 'office',
});

/** Change points and record notices: the bank. */
export const editCalendar = permission('sessions.editCalendar', {
  officeDirector: 'office',
  creditOfficer: 'office',
});

/** Read the public holidays: everybody who reads the calendar or looks after the catalogue. */
export const readHolidays = permission('sessions.readHolidays', {
  administrator: 'system',
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
  associationHead: 'commune',
  groupLeader: 'commune',
  villageHead: 'commune',
  communePolice: 'commune',
  committeeReader: 'office',
});

/** Enter and end public holidays: they are the country's. */
export const editHolidays = permission('sessions.editHolidays', { administrator: 'system' });

/** Make and revoke the secret address of a commune's feed. */
export const manageFeed = permission('sessions.manageFeed', {
  officeDirector: 'office',
  creditOfficer: 'office',
  communeChair: 'commune',
});
