/** Many runs after each other from the command line, and the table of what came out. */
package grokscope.cli.queue;
