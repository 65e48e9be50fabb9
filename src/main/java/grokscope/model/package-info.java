/**
 * What a network is to the rest of the house: contracts, parameters, batches. Weights are named and
 * shaped as in TransformerLens.
 */
@NullMarked
package grokscope.model;

import org.jspecify.annotations.NullMarked;
