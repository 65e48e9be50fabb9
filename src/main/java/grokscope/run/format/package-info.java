/** The files of a run, each with its reader and its writer: safetensors, CSV, event lines. */
package grokscope.run.format;
