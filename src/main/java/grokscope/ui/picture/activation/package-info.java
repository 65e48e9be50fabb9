/** Pictures of activations: attention and neurons. */
@NullMarked
package grokscope.ui.picture.activation;

import org.jspecify.annotations.NullMarked;
