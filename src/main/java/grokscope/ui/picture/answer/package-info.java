/** Pictures of what the network answers. */
package grokscope.ui.picture.answer;
