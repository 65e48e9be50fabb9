/**
 * What the curves of a run look like wherever they are drawn, in the window or in a file: the list
 * of panels, the places of the palette, how axes are ruled, and what of a value can be drawn. Plain
 * Java, without colours or a toolkit.
 */
@NullMarked
package grokscope.figure;

import org.jspecify.annotations.NullMarked;
