-- A new secret waits beside the one in use until its first code confirms it: setting up and changing the phone are one
-- way, and whoever stops in the middle keeps the phone they had.

alter table identity.user_account add column totp_pending_secret text;

-- Secrets never confirmed counted for nothing and are shown anew. The rewrite reaches every row, which an update under
-- forced row-level security does not.
alter table identity.user_account alter column totp_secret type text
  using case when totp_confirmed_at is null then null else totp_secret end;

alter table identity.user_account add constraint user_account_totp_confirmed
  check ((totp_secret is null) = (totp_confirmed_at is null));
