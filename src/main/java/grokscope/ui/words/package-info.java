/** How the screen writes numbers, and how a control says what it is. */
package grokscope.ui.words;
