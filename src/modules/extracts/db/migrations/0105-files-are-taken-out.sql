-- One bad file is taken out of a batch that waits; the others are read again without it.

grant delete on extracts.batch_file to giaoban_app;
