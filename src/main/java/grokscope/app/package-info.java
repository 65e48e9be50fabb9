/**
 * The front door: the launcher and the desktop application. It builds and connects; it computes
 * nothing.
 */
@NullMarked
package grokscope.app;

import org.jspecify.annotations.NullMarked;
