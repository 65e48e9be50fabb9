/** Many runs after each other from the command line, and the table of what came out. */
@NullMarked
package grokscope.cli.queue;

import org.jspecify.annotations.NullMarked;
