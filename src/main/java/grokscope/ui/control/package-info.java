/** Small controls, and numbers in words. */
package grokscope.ui.control;
