/** Linear regression, the network without a hidden layer. */
@NullMarked
package grokscope.model.linear;

import org.jspecify.annotations.NullMarked;
