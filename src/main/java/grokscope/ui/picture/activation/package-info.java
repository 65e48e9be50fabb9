/** Pictures of what goes on inside: attention and neurons. */
package grokscope.ui.picture.activation;
