/**
 * The command line: which command was typed, and what all commands share. It knows no screen: a run
 * in a terminal needs no JavaFX.
 */
package grokscope.cli;
