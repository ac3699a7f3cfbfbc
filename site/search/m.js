DR("m",{"v":1,"n":16,"total":13946,"first":["--alias"]},"MDEuQkdKQkY9OS42NDU3OA==")
