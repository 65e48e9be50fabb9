/** The commands, one file each; the list is {@link grokscope.cli.command.CommandLineApp}. */
@NullMarked
package grokscope.cli.command;

import org.jspecify.annotations.NullMarked;
