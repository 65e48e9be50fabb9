/** Settings being edited, and settings in words. No toolkit. */
package grokscope.ui.setting;
