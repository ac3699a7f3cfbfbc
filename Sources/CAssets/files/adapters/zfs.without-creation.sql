-- format:  zfs.without-creation
-- tool:    zfs list -t snapshot -Hp -o name,creation,used,referenced,userrefs
-- line:    ?*@?*	[0-9]*	-	[0-9]*	-
-- line:    ?*@?*	[0-9.]*[KMGTB]	-	*	-
-- refused: the listing has no column "creation", so nothing says when a snapshot was made
-- table:   NAME USED AVAIL
SELECT 'zfs' AS asset, pointer FROM record WHERE 0
