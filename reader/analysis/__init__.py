"""An `Article` to its quotes, speakers, entities and key points; pure functions, one file a matter."""
