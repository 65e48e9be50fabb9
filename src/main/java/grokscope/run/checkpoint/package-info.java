/** A run's whole state at one step, on disk, and which of them are kept. */
package grokscope.run.checkpoint;
