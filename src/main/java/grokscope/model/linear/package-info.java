/** Linear regression, the network without a hidden layer. */
package grokscope.model.linear;
