"""What sampling error does to marks: errors carried up the tree, intervals, differences, places."""
