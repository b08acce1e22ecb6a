"""What a list does to groups of students, how sure that is, and the district's written promise about it."""
