/** Many runs from one form, the strip that tells of them, and what came of them. */
@NullMarked
package grokscope.ui.queue;

import org.jspecify.annotations.NullMarked;
