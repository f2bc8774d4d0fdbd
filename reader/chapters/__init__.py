"""Long articles, read chapter by chapter in a process of low priority, so that no key waits for it."""
