/** The help over the window: keys, what is on the screen, glossary, about, and the first tour. */
@NullMarked
package grokscope.ui.help;

import org.jspecify.annotations.NullMarked;
