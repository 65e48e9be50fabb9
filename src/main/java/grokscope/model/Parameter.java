package grokscope.model;

import grokscope.kernel.Matrix;

/**
 * One trainable matrix and the gradient of the loss with respect to it. Trainer thread only.
 *
 * @param name as in TransformerLens, such as {@code blocks.0.attn.W_Q}
 * @param value the weights
 * @param gradient same shape
 */
public record Parameter(String name, Matrix value, Matrix gradient) {}
