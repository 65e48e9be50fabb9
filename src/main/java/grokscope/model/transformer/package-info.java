/**
 * Transformers, with the passes that leave out what the loss does not read. More than 25 files: the
 * published one-block form and the general one share their parts, and each part is a forward and a
 * backward pass of its own.
 */
@NullMarked
package grokscope.model.transformer;

import org.jspecify.annotations.NullMarked;
