/**
 * The immutable description of a run: sections, the catalog that checks them, and the only reader
 * and writer of JSON. It knows no task, network or optimiser; the lists above hand theirs in.
 */
@NullMarked
package grokscope.config;

import org.jspecify.annotations.NullMarked;
