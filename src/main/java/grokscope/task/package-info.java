/**
 * Data sets as tables, made or read from files, and how they are split; the list is {@link
 * grokscope.task.Tasks}. Plain Java. More than 25 files: every task is one file beside the others,
 * and a newcomer looks for them in one place.
 */
@NullMarked
package grokscope.task;

import org.jspecify.annotations.NullMarked;
