"""The parts of a report, a module each: facts and words in, a Section out."""
