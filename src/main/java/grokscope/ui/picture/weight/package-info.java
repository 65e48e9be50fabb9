/** Pictures of the weights: embedding, frequencies, norms. */
@NullMarked
package grokscope.ui.picture.weight;

import org.jspecify.annotations.NullMarked;
