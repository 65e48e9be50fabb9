/** Plain numerics that the measures stand on. It knows nothing of networks. */
@NullMarked
package grokscope.measure.numerics;

import org.jspecify.annotations.NullMarked;
