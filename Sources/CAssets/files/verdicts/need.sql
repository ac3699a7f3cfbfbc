-- What a component needs: what drillbook.yaml says, and, inferred, that an application or a sign-in
-- needs the only database of its plan. basis is 'stated' or 'class'.
CREATE VIEW need AS
SELECT system, component, needs_system, needs_component, 'stated' AS basis
FROM dependency
UNION ALL
SELECT store.system, user.component, store.system, store.component, 'class'
FROM (
  SELECT component_topic.system, min(component_topic.component) AS component
  FROM component_topic
  WHERE topic = 'database' AND EXISTS (
    SELECT 1 FROM objective
    WHERE objective.system = component_topic.system AND objective.component = component_topic.component
      AND objective.dimension IN ('component', 'service')
  )
  GROUP BY component_topic.system
  HAVING count(*) = 1
) AS store
JOIN component_topic AS user
  ON user.system = store.system AND user.component <> store.component
  AND user.topic IN ('application', 'authentication')
  -- Pages that lie there as files are served without it.
  AND NOT EXISTS (
    SELECT 1 FROM component
    JOIN word ON word.topic = 'static' AND instr(lower(component.title), word.word) > 0
    WHERE component.system = user.system AND component.id = user.component
  )
WHERE NOT EXISTS (SELECT 1 FROM dependency WHERE dependency.system = store.system)
GROUP BY user.system, user.component;
