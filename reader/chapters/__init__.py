"""Long articles read chapter by chapter; and any, in a process beside the screen, so that no key waits for it."""
