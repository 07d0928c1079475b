update platform.mail set to_seat = null;
