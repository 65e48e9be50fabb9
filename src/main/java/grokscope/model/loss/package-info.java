/**
 * Losses, each with the gradient of the logits; the list is {@link grokscope.model.loss.Losses}.
 */
@NullMarked
package grokscope.model.loss;

import org.jspecify.annotations.NullMarked;
