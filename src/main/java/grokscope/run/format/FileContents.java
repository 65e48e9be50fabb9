package grokscope.run.format;

import java.util.List;
import java.util.Map;

/** What a reader found in a file of arrays, as an {@link ArrayFile} has it. */
record FileContents(
    String form, Map<String, String> texts, List<StoredArray> arrays, Map<String, Object> facts) {}
