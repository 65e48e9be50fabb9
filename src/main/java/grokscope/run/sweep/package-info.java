/** What came of many runs, by the settings in which they differ: medians, ranges, tables. */
@NullMarked
package grokscope.run.sweep;

import org.jspecify.annotations.NullMarked;
