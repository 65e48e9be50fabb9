/**
 * The immutable description of a run: knobs, sections, the catalog that checks them, presets, and
 * the only reader and writer of JSON. It knows no task, network or optimiser; it is told of them.
 */
@NullMarked
package grokscope.config;

import org.jspecify.annotations.NullMarked;
