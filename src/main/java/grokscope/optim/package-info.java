/**
 * From gradients to new weights: filters, update rules, schedules; the lists are {@link
 * grokscope.optim.Optimizers} and {@link grokscope.optim.GradientFilters}.
 */
@NullMarked
package grokscope.optim;

import org.jspecify.annotations.NullMarked;
