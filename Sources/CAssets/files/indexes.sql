-- The indexes of the evidence database, made before it is judged. To fill a table that has one takes
-- twice as long.

CREATE INDEX document_system ON document (system);
CREATE INDEX heading_document ON heading (document, line);
CREATE UNIQUE INDEX topic_fact ON topic (fact, id, topic);
CREATE INDEX topic_topic ON topic (topic, document, fact, id);
CREATE INDEX document_field_document ON document_field (document, field);
CREATE INDEX objective_component ON objective (system, component, kind);
CREATE INDEX objective_document ON objective (document);
CREATE INDEX scenario_document ON scenario (document);
CREATE INDEX stated_time_document ON stated_time (document, phase);
CREATE INDEX stated_time_scenario ON stated_time (scenario);
CREATE INDEX backup_policy_document ON backup_policy (document);
CREATE INDEX backup_policy_system ON backup_policy (system);
CREATE INDEX drill_schedule_document ON drill_schedule (document);
CREATE INDEX drill_schedule_system ON drill_schedule (system);
CREATE INDEX coverage_component ON coverage (system, component, fact);
CREATE INDEX step_document ON step (document, line);
CREATE INDEX step_scenario ON step (scenario);
CREATE INDEX step_heading ON step (heading, line) WHERE form = 'heading' OR (form = 'comment' AND number IS NOT NULL);
CREATE INDEX command_document ON command (document, line);
CREATE INDEX command_block ON command (document, block);
CREATE INDEX command_pipeline ON command (document, pipeline);
CREATE INDEX command_scenario ON command (scenario) WHERE scenario IS NOT NULL;
CREATE INDEX command_step ON command (step);
CREATE INDEX command_open ON command (document) WHERE open = 1;
-- With the name: checks ask for resources of a kind by it.
CREATE INDEX command_resource_kind ON command_resource (kind, access, command, name);
CREATE UNIQUE INDEX code_block_document ON code_block (document, block);
CREATE INDEX code_block_language ON code_block (language);
CREATE INDEX content_file_name ON content_file (name);
CREATE INDEX command_program ON command (program, subcommand);
CREATE INDEX variable_document ON variable (document, name);
CREATE INDEX contact_document ON contact (document);
CREATE INDEX placeholder_document ON placeholder (document);
CREATE INDEX link_document ON link (document);
CREATE INDEX asset_component ON asset (system, component);
CREATE INDEX backup_asset ON backup (asset, recovery_point_at);
CREATE INDEX pitr_window_asset ON pitr_window (asset);
CREATE INDEX verification_asset ON verification (asset, ran_at);
CREATE INDEX drill_component_component ON drill_component (system, component);
CREATE INDEX fact_file ON fact (file, line);
CREATE INDEX fact_kind ON fact (kind, file);
CREATE INDEX verdict_system ON verdict (system, component, kind);
