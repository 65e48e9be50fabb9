/** Data sets as tables of whole numbers, and how they are split. Plain Java. */
package grokscope.task;
