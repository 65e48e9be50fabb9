/**
 * Joins the lists of tasks, networks, optimisers and the rest to one catalog, with the checks that
 * no single list can make, and builds experiments from configs.
 */
@NullMarked
package grokscope.train.lab;

import org.jspecify.annotations.NullMarked;
