/**
 * What is read off a network without training it: snapshots for pictures, thorough measures,
 * reports.
 */
@NullMarked
package grokscope.train.look;

import org.jspecify.annotations.NullMarked;
