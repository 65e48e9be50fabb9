/**
 * Runs on disk: the folder of a run, the recorder that fills it as the run goes, the library of
 * stored runs. One daemon thread called {@code io} does the writing.
 */
@NullMarked
package grokscope.run;

import org.jspecify.annotations.NullMarked;
