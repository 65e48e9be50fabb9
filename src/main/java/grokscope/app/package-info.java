/**
 * The front door: the launcher and the desktop application. It builds and connects; it computes
 * nothing.
 */
package grokscope.app;
