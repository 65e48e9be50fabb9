/** Update rules: from gradients to new weights. */
package grokscope.optim;
