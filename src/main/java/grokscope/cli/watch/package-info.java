/** What a terminal shows of a run in progress, and how it ends. */
package grokscope.cli.watch;
