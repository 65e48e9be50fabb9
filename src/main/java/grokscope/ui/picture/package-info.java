/**
 * The pictures of a network beside its curves. One file for each picture and one line in {@link
 * grokscope.ui.picture.Pictures}; a picture asks the network only while it is looked at.
 */
@NullMarked
package grokscope.ui.picture;

import org.jspecify.annotations.NullMarked;
