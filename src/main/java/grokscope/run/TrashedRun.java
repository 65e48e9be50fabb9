package grokscope.run;

import java.nio.file.Path;

/**
 * A run that was moved into the trash. Immutable, any thread.
 *
 * @param folder where it was
 * @param trash where it is now
 */
public record TrashedRun(RunFolder folder, Path trash) {}
