/**
 * Networks with forward and backward passes written by hand on the kernels. Weights are named and
 * shaped as in TransformerLens.
 */
package grokscope.model;
