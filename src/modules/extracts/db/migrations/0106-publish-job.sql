-- The job that publishes a batch, so that a batch says that it is being published for just as long as the job lives.

alter table extracts.batch add column publish_job_id uuid;
