update platform.mail set to_name = one.name from registry.area one;
