/**
 * Tables of a commune that the system's own scope reads as well, each with its reason. Everything else of a commune
 * is closed to it.
 */
export const READ_BY_SYSTEM: Readonly<Record<string, string>> = {
  'platform.audit_head': 'verification of all chains; ids and codes only',
  'platform.audit_entry': 'verification of all chains; ids and codes only',
  'platform.mail': 'sent by the system, whoever asked for it',
  'governance.task': 'reminders: which tasks wait for their owner, in all communes; answered to nobody',
  'platform.stored_file': 'housekeeping: files that no record took; answered to nobody',
};

/**
 * Tables of a commune that everybody with a duty in it reads whole, however narrow the scope, each with its reason.
 * They hold nothing of single people.
 */
export const READ_WHOLE: Readonly<Record<string, string>> = {
  'platform.audit_entry': 'written by every command; read by nobody but the verification',
  'platform.audit_head': 'written by every command',
  'extracts.staged_score': 'narrowed by group only; what is not published is read by the office alone',
  'governance.addendum': 'corrections of minutes: told to everybody who was asked to the meeting',
  'governance.agenda_item': 'the agenda: told to everybody who is asked',
  'governance.attendee': 'who is asked and who came: seen by everybody there',
  'governance.attendee_taken_off': 'who was taken off that list, by whom: told to whoever has the page open',
  'governance.attendee_before':
    'whose a place of that list was before the office’s holder came: seen by everybody there',
  'governance.briefing': 'where and when a meeting is held; of its minutes only bank and chair are answered',
  'governance.briefing_figures':
    'figures of the whole commune that a meeting goes by; answered to bank and chair only',
  'governance.cancellation':
    'who is told that a briefing is not held; ids only, names are answered to the bank',
  'governance.conclusion': 'what was decided before everybody there',
  'governance.conclusion_version': 'other wordings of what was decided before everybody there',
  'governance.invitation': 'who was invited when; answered to the bank only',
  'governance.mail_address': 'addresses of people in their duties; answered to the bank only',
  'governance.minutes_series': 'counters',
  'governance.paper_number': 'numbers of outgoing papers; answered to bank and chair only',
  'platform.mail': 'queued by commands; read by the sender only',
  'governance.talking_point': 'sentences about the whole commune; answered to bank and chair only',
  'governance.talking_point_version': 'other wordings of those sentences; answered to bank and chair only',
  'groups.bank_version': 'which versions were accepted: ids',
  'portfolio.told_check':
    'which contracts are told to be checked, and when: told by offices that do not see the loan; answered only beside loans that the reader sees',
  'portfolio.publication': 'which version of a date is shown: ids',
  'registry.bank_version': 'which versions were accepted: ids',
  'registry.household': 'ids; its people are narrowed',
  'sessions.bank_version': 'which versions were heard: ids',
  'sessions.calendar_feed': 'hashes of secret addresses',
  'sessions.notice': 'when a session is held: public in the commune',
  'sessions.point': 'where and when sessions are held: public in the commune',
  'sessions.told_point': 'what the bank’s files tell of a point: public in the commune',
  'sessions.point_village': 'which villages use a point: public in the commune',
};

/** Functions that run with their owner's rights, each with its reason. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, string>> = {
  'portfolio.ensure_month': 'makes the partition of a month: the application owns no table',
};
