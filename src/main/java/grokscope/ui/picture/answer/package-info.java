/** Pictures of what the network answers. */
@NullMarked
package grokscope.ui.picture.answer;

import org.jspecify.annotations.NullMarked;
