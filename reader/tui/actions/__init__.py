"""What a reader can do on the reading screen, a matter a file. Each class adds its actions to the `Desk`."""
