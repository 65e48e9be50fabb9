/**
 * Losses, each with the gradient of the logits; the list is {@link grokscope.model.loss.Losses}.
 */
package grokscope.model.loss;
