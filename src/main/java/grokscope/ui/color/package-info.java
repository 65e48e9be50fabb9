/** The only list of colours: themes, palette, colour maps. */
package grokscope.ui.color;
