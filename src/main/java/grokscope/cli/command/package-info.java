/** The commands, one file each; the list is {@link grokscope.cli.command.CommandLineApp}. */
package grokscope.cli.command;
