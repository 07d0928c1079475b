-- One-time links that were used or have expired are removed after a time.

grant delete on identity.invitation to giaoban_app;
