/** Pictures of the weights: embedding, frequencies, norms. */
package grokscope.ui.picture.weight;
