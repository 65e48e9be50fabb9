/** What a terminal shows of a run in progress, and how it ends. */
@NullMarked
package grokscope.cli.watch;

import org.jspecify.annotations.NullMarked;
