/** Plain numerics that the measures use. It knows nothing of networks. */
@NullMarked
package grokscope.measure.numerics;

import org.jspecify.annotations.NullMarked;
