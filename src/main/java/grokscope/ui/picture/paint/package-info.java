/**
 * What a picture is drawn with: plots, grids, images of cells, colour keys, and the contract of a
 * picture.
 */
package grokscope.ui.picture.paint;
