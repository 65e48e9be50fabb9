/**
 * What a picture is drawn with: plots, grids, images of cells, colour keys, and the contract of a
 * picture.
 */
@NullMarked
package grokscope.ui.picture.paint;

import org.jspecify.annotations.NullMarked;
