/**
 * The command line: what all commands share: terminal, options, engine, exit words. It knows no
 * screen: a run in a terminal needs no JavaFX.
 */
@NullMarked
package grokscope.cli;

import org.jspecify.annotations.NullMarked;
