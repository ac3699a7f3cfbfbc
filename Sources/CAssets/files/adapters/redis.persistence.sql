-- format:  redis.persistence
-- tool:    redis-cli INFO persistence
-- docs:    https://redis.io/docs/latest/commands/info/
-- line:    rdb_last_save_time:[0-9]*
-- recovery point: rdb_last_save_time is the end of the last dump on the same host
-- It is a verification, not a backup: nothing says that the dump was copied anywhere.
SELECT
  'verification'                          AS record,
  'redis'                                 AS asset,
  max(iif(value ->> 'text' GLOB 'rdb_last_save_time:*', substr(value ->> 'text', 20), NULL))
                                          AS finished,
  max(iif(value ->> 'text' GLOB 'rdb_last_bgsave_status:*', substr(value ->> 'text', 24), NULL))
                                          AS raw_outcome,
  iif(max(value ->> 'text' GLOB 'rdb_last_bgsave_status:err*'), 'the last dump of Redis failed',
    NULL)                                 AS note,
  '$'                                     AS pointer
FROM record
