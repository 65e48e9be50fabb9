/**
 * Runs on disk: the folder of a run, the recorder that fills it as the run goes, the summary, and
 * the reader of its measurements. One daemon thread called {@code io} does the writing.
 */
package grokscope.run;
