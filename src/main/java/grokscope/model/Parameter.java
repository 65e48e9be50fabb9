package grokscope.model;

import grokscope.kernel.Matrix;
import grokscope.telemetry.Part;

/**
 * One trainable matrix and the gradient of the loss with respect to it. Trainer thread only.
 *
 * @param name as in TransformerLens, such as {@code blocks.0.attn.W_Q}
 * @param part what it is in its network
 * @param value the weights
 * @param gradient same shape
 */
public record Parameter(String name, Part part, Matrix value, Matrix gradient) {}
