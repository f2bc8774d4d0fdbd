"""Articles read in a process of its own, so that no key waits for it; long ones chapter by chapter."""
