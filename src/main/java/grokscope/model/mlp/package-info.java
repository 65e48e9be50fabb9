/** Multilayer perceptrons with embedded, one-hot or binary inputs. */
package grokscope.model.mlp;
