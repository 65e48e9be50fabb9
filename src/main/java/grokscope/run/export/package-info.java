/** Runs on disk as files for other programs: tables, figures, reports, event files. */
@NullMarked
package grokscope.run.export;

import org.jspecify.annotations.NullMarked;
