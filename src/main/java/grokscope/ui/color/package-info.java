/** The only list of colours: themes, palette, colour maps. */
@NullMarked
package grokscope.ui.color;

import org.jspecify.annotations.NullMarked;
