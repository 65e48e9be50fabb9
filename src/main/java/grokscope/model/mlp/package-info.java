/** Multilayer perceptrons with embedded, one-hot or binary inputs. */
@NullMarked
package grokscope.model.mlp;

import org.jspecify.annotations.NullMarked;
