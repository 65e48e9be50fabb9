/**
 * Numbers read off a network while it trains; the lists are {@link grokscope.measure.Measures} and
 * {@link grokscope.measure.ThoroughMeasures}. More than 25 files: a longer measure is one file,
 * beside the others.
 */
@NullMarked
package grokscope.measure;

import org.jspecify.annotations.NullMarked;
