/**
 * What figures are drawn with: one contract, and an ink each for SVG, PDF and PNG, which set the
 * same letters. The only room that knows PDFBox. Lengths are in points, 72 to an inch.
 */
@NullMarked
package grokscope.figure.ink;

import org.jspecify.annotations.NullMarked;
