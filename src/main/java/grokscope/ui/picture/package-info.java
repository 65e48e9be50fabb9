/**
 * The pictures of a network beside its curves: what it answers, how its numbers lie, what its
 * neurons and heads do. One file for each picture and one line in {@link
 * grokscope.ui.picture.Pictures}. A picture asks the network only while it is looked at. What is
 * computed lies in plain classes that need no toolkit. Everything that touches the screen belongs
 * to the FX thread.
 */
package grokscope.ui.picture;
