/**
 * The window: run bar, experiment panel, curves, run list. What it shows is decided by plain
 * classes (draft, model, words) that need no toolkit; the views only draw them. Everything here
 * belongs to the FX thread.
 */
package grokscope.ui;
