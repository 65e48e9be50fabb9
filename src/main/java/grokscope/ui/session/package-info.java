/**
 * The runs of the window and the controller that steers the trainer. No scene: plain classes that
 * tests drive without a window.
 */
package grokscope.ui.session;
