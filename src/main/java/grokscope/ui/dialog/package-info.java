/** What stands before the window. */
package grokscope.ui.dialog;
