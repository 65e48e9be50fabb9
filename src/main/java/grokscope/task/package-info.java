/** Data sets as tables, made or read from files, and how they are split. Plain Java. */
package grokscope.task;
