/** Data sets as tables, made or read from files, and how they are split. Plain Java. */
@NullMarked
package grokscope.task;

import org.jspecify.annotations.NullMarked;
