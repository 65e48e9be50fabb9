/** The curves of the shown run, and what is read again when it is over. */
package grokscope.ui.curves;
