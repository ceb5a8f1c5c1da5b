"""Why the extractor says what it says: for each field of an event, the words of the article it rests on."""
