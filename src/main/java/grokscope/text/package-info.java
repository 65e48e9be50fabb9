/** Numbers and times as people read them, the same in every locale. */
@NullMarked
package grokscope.text;

import org.jspecify.annotations.NullMarked;
