/** The files of a run, each with its reader and its writer: safetensors, CSV, event lines. */
@NullMarked
package grokscope.run.format;

import org.jspecify.annotations.NullMarked;
