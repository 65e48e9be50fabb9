/** Bytes of files, of archives in them and of memory, each read when it is asked for. */
@NullMarked
package grokscope.run.format.bytes;

import org.jspecify.annotations.NullMarked;
