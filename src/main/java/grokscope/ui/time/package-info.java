/**
 * The way through the steps of a run from which a network is kept. The timeline knows them, a
 * moment is one of them or now, and the bar moves it.
 */
package grokscope.ui.time;
