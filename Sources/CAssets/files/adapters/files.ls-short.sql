-- format:  files.ls-short
-- tool:    TZ=UTC ls -l --time-style=full-iso FOLDER
-- line:    -[-r][-w]*[0-9] [A-Z][a-z][a-z] [ 0-3][0-9] [0-2][0-9]:[0-5][0-9] ?*
-- line:    -[-r][-w]*[0-9] [A-Z][a-z][a-z] [ 0-3][0-9]  [12][0-9][0-9][0-9] ?*
-- line:    -[-r][-w]*[0-9] [A-Z][a-z][a-z]  [0-9] [0-2][0-9]:[0-5][0-9] ?*
-- refused: "ls -l" prints new files without a year and old ones without a time
SELECT 'files' AS asset, pointer FROM record WHERE 0
