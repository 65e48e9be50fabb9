/**
 * The front door: the launcher, the command line and the desktop application. It builds and
 * connects; it computes nothing.
 */
package grokscope.app;
