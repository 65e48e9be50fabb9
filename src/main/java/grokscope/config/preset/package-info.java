/** Presets: a config with its notes and its promise, and where they are kept. */
@NullMarked
package grokscope.config.preset;

import org.jspecify.annotations.NullMarked;
