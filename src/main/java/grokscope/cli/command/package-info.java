/** The commands, one file each; the list is {@link grokscope.cli.CommandLineApp}. */
package grokscope.cli.command;
