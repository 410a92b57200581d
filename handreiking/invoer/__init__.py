"""A new record from what somebody types or fills in: questions, answers, proposals, and the form for it."""
